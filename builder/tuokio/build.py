"""The story on one page: read → check → render → target."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tuokio import disk
from tuokio.check import check, list_names
from tuokio.check.allow import silence
from tuokio.course import Course
from tuokio.finding import Finding, Severity, Span
from tuokio.kept import Kept
from tuokio.lock import read_lock, tell
from tuokio.page import Pages, render
from tuokio.page.environment import told
from tuokio.read import Typesetter, read
from tuokio.targets import targets

Progress = Callable[[int, int], None]
CACHE = ".cache"
"""What is kept between builds, under the output; it may be deleted at any time."""
SHELF = f"{CACHE}/media"
"""Where finished pictures are."""


@dataclass
class Build:
    """What came of a build: the findings, and the files to open of what could be made."""

    findings: list[Finding]
    built: dict[str, Path] = field(default_factory=dict)
    """The file to open of each target that could be made."""
    course: Course | None = None
    """The course as it was read, for whoever wants to know what stands where."""

    @property
    def files(self) -> list[Path]:
        """The files to open."""
        return list(self.built.values())

    @property
    def failed(self) -> bool:
        """Whether an error stopped the build, or the making of one of its targets."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def prepare(path: Path, progress: Progress = lambda done, of: None, kept: Kept | None = None, shelf: Path | None = None) -> tuple[Pages | None, list[Finding]]:
    """Read, check and render a course without writing anything but pictures on the `shelf`, if there is one.

    `progress` is told modules done, of how many. `kept` carries over from one build to the next what
    need not be made again.
    """
    kept = Kept() if kept is None else kept
    findings: list[Finding] = []
    with _no_collecting(), _told_of_sources(shelf.parent.parent if shelf else None, findings):
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
        path.stat()  # where it has gone, files that nobody must have were thought to be none
        return pages, silence(findings, course, set(list_names()))
    return None, findings


def build(path: Path, output: Path, names: list[str], progress: Progress = lambda done, of: None, kept: Kept | None = None, waiting: Callable[[], None] = lambda: None) -> Build:
    """Build a course into `output/<folder name>/` for the named targets, unless an error forbids it. `kept` is as for `prepare`, `waiting` as for `claim`."""
    kept = Kept(lasting=False) if kept is None else kept
    with claim(path, output, waiting):
        pages, findings = prepare(path, progress, kept, output / SHELF)
        result = Build(findings, course=pages.course if pages else None)
        if pages is not None and not result.failed:
            with _no_collecting():
                result.built = write_targets(pages, output, names, findings)
    kept.forget_unasked()
    return result


def write_targets(pages: Pages, output: Path, names: list[str], findings: list[Finding]) -> dict[str, Path]:
    """Write a rendered course into `output/<folder name>/` for the named targets, and return the file to open of each that could be made."""
    built = {}
    for name in names:
        amiss: list[Finding] = []
        with _told_of_sources(output, findings), told(pages.theme.overrides, findings):
            file = targets()[name].write(pages, output / pages.course.name, amiss)
            built |= {name: file} if file else {}
        findings += [finding for finding in amiss if finding not in findings]  # several may say the same
    return built


@contextmanager
def claim(path: Path, output: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Have an output to oneself for a course: two who write at once would delete each other's files. `waiting` is called if someone else is at it.

    What a build that was killed left half written is deleted.
    """
    is_new = not output.exists()
    try:
        with disk.claim(output / CACHE, disk.name_output(path), waiting) as killed:
            if killed:
                disk.sweep(output / CACHE)
                if killed == disk.safe_name(killed, disk.LONGEST):  # whatever the claim says
                    disk.sweep(output / killed)
            yield
    finally:
        if is_new:
            disk.unclaim(output / CACHE)


@contextmanager
def _told_of_sources(output: Path | None, findings: list[Finding]) -> Iterator[None]:
    """Turn it into a finding when a file cannot be read, as when a network share goes; that one in the output cannot be written is the caller's to tell."""
    try:
        yield
    except OSError as error:
        if error.errno is None or error.filename is None or output and Path(error.filename).is_relative_to(output):
            raise
        cure = "See that the disk or the network share it lies on is there and that you may open it, and build again."
        findings.append(Finding("unreadable-file", Severity.ERROR, Span(Path(error.filename)), f"This cannot be read: {error.strerror}.", cure))


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
