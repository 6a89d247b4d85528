"""The story on one page: read → check → render → target."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tuokio.check import check, list_names
from tuokio.check.allow import silence
from tuokio.course import Course
from tuokio.finding import Finding, Severity
from tuokio.kept import Kept
from tuokio.lock import read_lock, tell
from tuokio.page import Pages, render
from tuokio.page.environment import told
from tuokio.read import Typesetter, read
from tuokio.targets import targets

Progress = Callable[[int, int], None]
SHELF = ".cache/media"
"""Where finished pictures are kept between builds, under the output; it may be deleted at any time."""


@dataclass
class Build:
    """What came of a build: the findings, and the files to open if there was no error."""

    findings: list[Finding]
    files: list[Path] = field(default_factory=list)
    course: Course | None = None
    """The course as it was read, for whoever wants to know what stands where."""

    @property
    def failed(self) -> bool:
        """Whether an error stopped the build."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def prepare(path: Path, progress: Progress = lambda done, of: None, kept: Kept | None = None, shelf: Path | None = None) -> tuple[Pages | None, list[Finding]]:
    """Read, check and render a course without writing anything but pictures on the `shelf`, if there is one.

    `progress` is told modules done, of how many. `kept` carries over from one build to the next what
    need not be made again.
    """
    kept = Kept() if kept is None else kept
    findings: list[Finding] = []
    with _no_collecting():
        course = read(path, findings, kept)
        if course is None or not course.modules:
            return None, findings
        findings.extend(check(course, kept))
        files: dict[str, Path] = {}
        typesetters = [Typesetter(course, edition, files, kept, shelf) for edition in course.editions]
        total = sum(bool(module.source) or edition is course.source for edition in course.editions for module in edition.modules)
        pages = None
        with told(course.brand.overrides, findings):
            pages = render(course, typesetters, files, findings, kept, shelf, lambda done: progress(done, total))
        if pages and (lock := read_lock(course, findings, kept)):
            tell(pages, lock)
        return pages, silence(findings, course, set(list_names()))


def build(path: Path, output: Path, names: list[str], progress: Progress = lambda done, of: None, kept: Kept | None = None) -> Build:
    """Build a course into `output/<folder name>/` for the named targets, unless an error forbids it. `kept` is as for `prepare`."""
    kept = Kept(lasting=False) if kept is None else kept
    pages, findings = prepare(path, progress, kept, output / SHELF)
    result = Build(findings, course=pages.course if pages else None)
    if pages is not None and not result.failed:
        with _no_collecting():
            result.files = write_targets(pages, output, names, findings)
    kept.forget_unasked()
    return result


def write_targets(pages: Pages, output: Path, names: list[str], findings: list[Finding]) -> list[Path]:
    """Write a rendered course into `output/<folder name>/` for the named targets, and return the files to open."""
    files = []
    for name in names:
        amiss: list[Finding] = []
        with told(pages.theme.overrides, findings):
            files.append(targets()[name].write(pages, output / pages.course.name, amiss))
        findings += [finding for finding in amiss if finding not in findings]  # several may say the same
    return files


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Leave garbage in circles alone for a while: a build makes next to none, and looking for it took a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
