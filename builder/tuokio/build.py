"""The story on one page: read → check → render → target."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tuokio import words
from tuokio.check import check
from tuokio.finding import Finding, Severity
from tuokio.page import Pages, render
from tuokio.page.environment import told
from tuokio.read import Typesetter, read
from tuokio.targets import targets

Progress = Callable[[int, int], None]


@dataclass
class Build:
    """What came of a build: the findings, and the files to open if there was no error."""

    findings: list[Finding]
    files: list[Path] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether an error stopped the build."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def prepare(path: Path, progress: Progress = lambda done, of: None) -> tuple[Pages | None, list[Finding]]:
    """Read, check and render a course without writing anything. `progress` is told modules done, of how many."""
    findings: list[Finding] = []
    course = read(path, findings)
    if course is None or not course.modules:
        return None, findings
    findings.extend(check(course))
    typesetter = Typesetter(course, words.phrases(course.language, "page"), findings)
    pages = None
    with told(course.brand.overrides, findings):
        pages = render(course, typesetter, findings, lambda done: progress(done, len(course.modules)))
    return pages, findings


def build(path: Path, output: Path, names: list[str], progress: Progress = lambda done, of: None) -> Build:
    """Build a course into `output/<folder name>/` for the named targets, unless an error forbids it."""
    pages, findings = prepare(path, progress)
    result = Build(findings)
    if pages is not None and not result.failed:
        for name in names:
            with told(pages.theme.overrides, findings):
                result.files.append(targets()[name].write(pages, output / pages.course.name))
    return result
