"""Publishing a course: nothing that learners did loses its meaning unsaid, then its targets are built, and the lock is written last."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from tuokio import disk
from tuokio.build import SHELF, Progress, claim, prepare, write_targets
from tuokio.finding import Finding, Severity, Span, did_you_mean
from tuokio.kept import Kept
from tuokio.lock import NAME, Comparison, Lock, compare, read_lock, tell
from tuokio.page import Pages
from tuokio.targets import targets


@dataclass
class Publication:
    """What came of publishing."""

    findings: list[Finding]
    comparison: Comparison | None = None
    """How the course differs from what was published; None if it could not be read."""
    before: int = 0
    """The version published last."""
    files: list[Path] = field(default_factory=list)
    """The files to open, if it was built."""

    @property
    def refused(self) -> bool:
        """Whether something stopped it: an error, or a warning."""
        return self.comparison is None or any(finding.severity is not Severity.HINT for finding in self.findings)

    @property
    def version(self) -> int:
        """The version it is now, or would be."""
        return self.comparison.lock.version if self.comparison else self.before


def publish(path: Path, output: Path, today: date, progress: Progress = lambda done, of: None, *, dry: bool = False, kept: Kept | None = None, waiting: Callable[[], None] = lambda: None) -> Publication:
    """Publish a course folder into `output/<folder name>/`, unless an error or a warning forbids it; `dry` only tells what would be. `kept` is as for `prepare`, `waiting` as for `claim`."""
    with nullcontext() if dry else claim(path, output, waiting):
        return _publish(path, output, today, progress, dry=dry, kept=Kept() if kept is None else kept)


def _publish(path: Path, output: Path, today: date, progress: Progress, *, dry: bool, kept: Kept) -> Publication:
    pages, findings = prepare(path, progress, kept, None if dry else output / SHELF)
    if pages:
        findings = [_insist_on_id(finding, pages) for finding in findings]
    result = Publication(findings)
    if pages is None or any(finding.severity is Severity.ERROR for finding in findings):
        return result
    names = _list_targets(pages, findings)
    was = _read_bytes(pages.course.folder / NAME)
    before = read_lock(pages.course, [], kept) or Lock(course=pages.course.id)
    result.before = before.version
    result.comparison = compare(pages, before, today)
    findings += result.comparison.findings
    if dry or result.refused:
        return result
    tell(pages, result.comparison.lock)
    built = write_targets(pages, output, names, findings)
    if _read_bytes(pages.course.folder / NAME) != was:
        findings.append(Finding("lock-conflict", Severity.ERROR, Span(pages.course.folder / NAME), "Someone else published this course in this moment.", "Run `tuokio publish` again: it begins with what the other has published."))
    if result.refused:  # a template of the theme can fail as late as this
        return result
    result.files = list(built.values())
    if result.comparison.lock is not before:
        result.comparison.lock.write(pages.course.folder)
    return result


def _read_bytes(path: Path) -> bytes | None:
    try:
        return disk.read(path)
    except OSError:
        return None


def _insist_on_id(finding: Finding, pages: Pages) -> Finding:
    """Let a provisional id stop the publishing: learners' records would name it, and the next edit would change it. In a translation it names nothing."""
    translations = {module.path for edition in pages.course.editions[1:] for module in (*edition.modules, *edition.banks) if module.source}
    return replace(finding, severity=Severity.WARNING) if finding.id == "missing-id" and finding.span.path not in translations else finding


def _list_targets(pages: Pages, findings: list[Finding]) -> list[str]:
    names = list(dict.fromkeys(pages.course.settings.publish.targets))
    for number, name in enumerate(names):
        if name not in targets():
            findings.append(Finding("unknown-target", Severity.ERROR, pages.course.span("publish", "targets", number), f"There is no target `{name}`.", did_you_mean(name, targets()) or f"Known are {', '.join(f'`{one}`' for one in targets())}."))
    return names

