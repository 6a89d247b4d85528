"""`tuokio check --watch`: courses checked again at every save, a line for each finding, for editors to underline."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import Change, watch

from tuokio.build import prepare
from tuokio.finding import Finding, Severity
from tuokio.kept import Kept
from tuokio.serve.watcher import DROPPINGS, LONGEST, STEP

PATIENCE = 100
"""Milliseconds: how long the first check waits until saves are heard of."""
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "info"}
"""What editors call a finding of each severity."""


def check_again(look: Callable[[], Iterable[Path]], around: Path | None = None) -> Iterator[list[Finding]]:
    """Yield the findings of all courses, now and whenever one of their files was saved. KeyboardInterrupt ends it.

    `look` returns the courses there are; `around` is the folder where others may come.
    """
    kept = {course: Kept() for course in look()}
    folders = {(course if course.is_dir() else course.parent).resolve() for course in kept}
    themes = {place / "themes" for folder in folders for place in (folder.parent.parent, Path.cwd())}
    watched = [folder for folder in (*folders, *themes, *([around.resolve()] if around else ())) if folder.is_dir()]
    begun = False
    for changed in watch(*watched, watch_filter=_concerns(watched), step=STEP, debounce=LONGEST, rust_timeout=PATIENCE, yield_on_timeout=True, ignore_permission_denied=True):
        if changed or not begun:  # the first time nothing has changed, but from then on no save is missed
            begun = True
            kept = {course: kept.get(course) or Kept() for course in look()}
            yield _check(kept)


def describe(finding: Finding, here: Path) -> str:
    """Return a finding on one line: `file:line:column-end: severity: message cure [id]`, the file as seen from `here`."""
    span = finding.span
    path = os.path.relpath(span.path, here) if span.path.resolve().is_relative_to(here.resolve()) else str(span.path.resolve())
    says = " ".join(f"{finding.message} {finding.cure}".split())
    return f"{Path(path).as_posix()}:{span.line}:{span.column}-{span.column + span.length}: {LEVELS[finding.severity]}: {says} [{finding.id}]"


def _check(kept: dict[Path, Kept]) -> list[Finding]:
    found = []
    for course, before in kept.items():
        found += prepare(course, kept=before)[1]
        before.forget_unasked()
    gc.freeze()  # what is kept stays, and need not be looked over for garbage
    return found


def _concerns(watched: list[Path]):
    """Return what tells a file of the author's from what editors drop beside it."""

    def concerns(_: Change, name: str) -> bool:
        path = Path(name)
        root = max((len(folder.parts) for folder in watched if path.is_relative_to(folder)), default=1)
        return not any(part.startswith((".", "~$", "#")) for part in path.parts[root:]) and not name.endswith(DROPPINGS)

    return concerns
