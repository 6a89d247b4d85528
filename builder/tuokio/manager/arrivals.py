"""What has come: codes found in files and pasted texts, each read or set aside with the reason. `arrivals.ts` does the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from pydantic import ValidationError

from tuokio.record.completion import FROM_BROWSER, Completion, Statistics
from tuokio.record.parcel import SCHEMA, Parcel, unpack

Reason = Literal["nothing", "cut", "damaged", "newer", "foreign", "backup", "unreadable"]
"""Why something does not count: no code in it, its end is missing, the check does not fit, made by a newer Tuokio, of another course, a learner's backup, not as it should be."""
LIST = "names"
"""The kind of parcel in which the page keeps its own: the names, the due date and who is whom."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A completion and the check code it came with."""

    completion: Completion
    check: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that came and does not count."""

    source: str
    """The file it was in."""
    reason: Reason
    name: str = ""
    """Whose it is, as far as can be read."""
    course: str = ""
    """The course it is of, where that is another."""


@dataclass(slots=True)
class Arrivals:
    """All that has come."""

    sent: list[Sent] = field(default_factory=list)
    sheets: list[Statistics] = field(default_factory=list)
    """Item statistics, each sheet once."""
    troubles: list[Trouble] = field(default_factory=list)
    twice: int = 0
    """How many came more than once, and count once."""
    kept: dict[str, Any] | None = None
    """What the manager's page was saved with: `names`, `due`, `joined`."""


def receive(texts: Iterable[tuple[str, str]], course: str = "") -> Arrivals:
    """Read texts, each with the name of its source. `course` is the id of the course that is asked about; left out, that of the first completion."""
    arrivals, seen = Arrivals(), set()
    for source, text in texts:
        parcels = list(unpack(text))
        if not parcels:
            arrivals.troubles.append(Trouble(source, "nothing"))
        for parcel in parcels:
            key = (parcel.kind, parcel.check, parcel.intact)
            if parcel.intact and key in seen:
                arrivals.twice += 1
                continue
            seen.add(key)
            course = _sort(parcel, source, course, arrivals)
    return arrivals


def _sort(parcel: Parcel, source: str, course: str, arrivals: Arrivals) -> str:
    """Put a parcel where it belongs, and return the course that is asked about."""
    content = parcel.content if isinstance(parcel.content, dict) else {}
    name, of = (value if isinstance(value := content.get(key), str) else "" for key in ("name", "course"))

    def set_aside(reason: Reason, of: str = "") -> str:
        arrivals.troubles.append(Trouble(source, reason, name[:80], of[:64]))
        return course

    if parcel.kind == "backup":
        return set_aside("backup")
    if not parcel.check:
        return set_aside("cut")
    if not parcel.intact:
        return set_aside("damaged")
    if parcel.schema > SCHEMA:
        return set_aside("newer")
    if parcel.kind == LIST:
        arrivals.kept = content
        return course
    model = FROM_BROWSER.get(parcel.kind)
    try:
        made = model.model_validate(content, strict=True) if model else None
        for day in _list_days(made):
            date.fromisoformat(day)
    except (ValidationError, ValueError):
        made = None
    if made is None:
        return set_aside("unreadable")
    if course and made.course != course:
        return set_aside("foreign", of)
    if isinstance(made, Completion):
        arrivals.sent.append(Sent(made, parcel.check))
    elif any(sheet.sheet == made.sheet for sheet in arrivals.sheets):
        arrivals.twice += 1
    else:
        arrivals.sheets.append(made)
    return made.course


def _list_days(made: object) -> Iterable[str]:
    """Return the days a completion names, each of which there must be."""
    return filter(None, [made.made, made.on, made.until, made.rest, *made.passed]) if isinstance(made, Completion) else ()
