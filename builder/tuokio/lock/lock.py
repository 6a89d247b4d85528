"""`course.lock`: what learners have met of a published course. `tuokio publish` writes it, authors commit it.

JSON with one thing a line, so that what a version brought can be read in a diff. Nothing in it is ever taken out:
what goes away is noted as gone, and gets its number and its revisions back if it returns.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from tuokio import disk
from tuokio.course import Course
from tuokio.fields import Day
from tuokio.finding import Finding, Severity, Span
from tuokio.kept import Kept

NAME = "course.lock"
FORMAT = 1
ABOUT = "What learners have met of this course. `tuokio publish` writes it. Keep it with the course, in version control if you have one, and never edit it."
Class = Literal["new", "typo", "clarified", "changed", "kept", "back"]
"""How a revision came: it is the first; its author said so; it touches no result; or it had been there before."""
Version = Annotated[int, Field(ge=1)]


class Met(NamedTuple):
    """A revision that a version brought."""

    rev: str
    version: Version
    kind: Class


class Known(BaseModel):
    """An id that was published."""

    model_config = ConfigDict(extra="forbid", defer_build=True)

    n: Annotated[int, Field(ge=0)]
    """Its number among its like, never given to another."""
    home: str = Field(default="", alias="in")
    """The step it stands in, `module/step`, or its bank, `banks/name`."""
    met: list[Met] = []
    """Its revisions in the order learners met them."""
    choices: dict[str, str] = {}
    """A fingerprint of the words of what answers name, by its id."""
    right: list[str] = []
    """Ids of the options that are right."""
    gone: Version | None = None
    """The version that no longer had it."""
    by: str = ""
    """What took its place."""

    @property
    def rev(self) -> str:
        """The revision published last."""
        return self.met[-1].rev if self.met else ""

    @property
    def meanings(self) -> dict[str, int]:
        """Revisions that mean the same have the same number: only a `changed` one means something new."""
        found: dict[str, int] = {}
        now = 1
        for rev, _, kind in self.met:
            now = found[rev] if rev in found else max(found.values(), default=1) + 1 if kind == "changed" else now
            found[rev] = now
        return found


class Entry(NamedTuple):
    """An entry of the change ledger, as a version brought it."""

    version: Version
    of: str
    kind: Literal["typo", "clarified", "changed"]
    date: str
    gone: Version | None = None
    """The version that no longer had it: it was rolled back."""


class Published(BaseModel):
    """A version."""

    model_config = ConfigDict(extra="forbid", defer_build=True)

    day: Day
    content: str
    """A hash of what it said."""


class Lock(BaseModel):
    """What was published of a course so far."""

    model_config = ConfigDict(extra="forbid", defer_build=True)

    format: Literal[1] = FORMAT
    course: str
    version: Annotated[int, Field(ge=0)] = 0
    versions: dict[Version, Published] = {}
    changes: list[Entry] = []
    modules: dict[str, Known] = {}
    steps: dict[str, Known] = {}
    items: dict[str, Known] = {}

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        if sorted(self.versions) != list(range(1, self.version + 1)):
            raise ValueError("versions are missing")
        for known in (self.modules, self.steps, self.items):
            if twice := [number for number, count in Counter(one.n for one in known.values()).items() if count > 1]:
                raise ValueError(f"the number {twice[0]} was given twice")
            if any(met.version > self.version for one in known.values() for met in one.met):
                raise ValueError("something is of a version that is not there")
        return self

    @property
    def replaced(self) -> dict[str, str]:
        """Ids that are gone, and those that are there in their place now."""
        found = {}
        for known in (self.modules, self.items):
            for id, one in known.items():
                new, past = one.by, {id}
                while new in known and known[new].gone and known[new].by and new not in past:
                    past.add(new)
                    new = known[new].by
                if one.gone and new:
                    found[id] = new
        return found

    def write(self, folder: Path) -> Path:
        """Write it into the course's folder, whole or not at all."""
        path = folder / NAME
        disk.write(path, self.text().encode())
        return path

    def text(self) -> str:
        """Return it as it is written, the same for the same content."""
        lines = [f' "about": {_line(ABOUT)}', f' "format": {self.format}', f' "course": {_line(self.course)}', f' "version": {self.version}']
        lines.append(_object("versions", {str(number): one.model_dump(mode="json") for number, one in self.versions.items()}))
        lines.append(' "changes": [' + ",".join(f"\n  {_line(_short(one))}" for one in self.changes) + "\n ]")
        for name in ("modules", "steps", "items"):
            known: dict[str, Known] = getattr(self, name)
            lines.append(_object(name, {id: known[id].model_dump(mode="json", by_alias=True, exclude_defaults=True) for id in sorted(known)}))
        return "{\n" + ",\n".join(lines) + "\n}\n"


def read_lock(course: Course, findings: list[Finding], kept: Kept) -> Lock | None:
    """Return what was published of a course; None if nothing was, or if that cannot be read, which is told. Nobody may change it."""
    path = course.folder / NAME
    try:
        text = disk.read_text(path)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        findings.append(_damaged(path, 1, f"`{NAME}` cannot be read ({getattr(error, 'strerror', None) or 'it is no text'}), so nobody knows what was published."))
        return None
    lock = kept.get(("lock", path), text, lambda: _read(path, text), stored=False)
    if isinstance(lock, Finding):
        findings.append(lock)
        return None
    if lock.course != course.id:
        span = course.span("id") if course.settings.id else Span(path)
        cure = f"Write `id: {lock.course}` again. If this is a new course made of a copy, delete its `{NAME}`."
        findings.append(Finding("other-course-id", Severity.WARNING, span, f"This course was published as `{lock.course}`. As `{course.id}` it knows nothing of what learners did in it.", cure))
        return None
    return lock


def _read(path: Path, text: str) -> Lock | Finding:
    if marks := [number for number, line in enumerate(text.split("\n"), 1) if line.startswith(("<<<<<<<", ">>>>>>>"))]:
        cure = f"Keep one of the two files whole: `git checkout --ours {NAME}`, or `--theirs`. Best that of the version learners have. Then run `tuokio publish`: it adds what the other had."
        return Finding("lock-conflict", Severity.WARNING, Span(path, marks[0], 1, 7), "Two people published this course at once, and both versions stand in this file.", cure)
    try:
        data = json.loads(text, object_pairs_hook=_refuse_twins)
    except (ValueError, RecursionError) as error:
        return _damaged(path, getattr(error, "lineno", 1), f"`{NAME}` is damaged, so nobody knows what was published.")
    if isinstance(data, dict):
        data.pop("about", None)
        if isinstance(data.get("format"), int) and data["format"] > FORMAT:
            return Finding("later-lock", Severity.WARNING, Span(path), "A later Tuokio published this course, and this one cannot read what it wrote.", "Install the newest one: `pip install --upgrade tuokio`.")
    try:
        return Lock.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or first["msg"].removeprefix("Value error, ")
        return _damaged(path, 1, f"`{NAME}` is damaged or was edited ({where}), so nobody knows what was published.")


def _damaged(path: Path, line: int, message: str) -> Finding:
    return Finding("damaged-lock", Severity.WARNING, Span(path, line), message, "Take it as it was from version control (`git checkout course.lock`) or from a copy. Without it the course would begin anew at version 1.")


def _refuse_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is there twice")
    return found


def _short(entry: Entry) -> list[Any]:
    return list(entry if entry.gone else entry[:-1])


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _object(name: str, values: dict[str, Any]) -> str:
    return f' "{name}": {{' + ",".join(f"\n  {_line(key)}: {_line(value)}" for key, value in values.items()) + "\n }"
