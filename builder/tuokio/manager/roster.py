"""Who is done and who is not: completions put together by person, beside the list of those who should. `roster.ts` reckons the same."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from tuokio.manager.arrivals import Sent, Trouble
from tuokio.manager.names import are_near, fold, turn
from tuokio.manager.syllabus import Syllabus
from tuokio.record.completion import Completion

State = Literal["nothing", "unfinished", "again", "older", "done"]
"""Nothing has come; some modules lack; what lacks was passed once and is to be taken again; done, but in an earlier version than asked; done."""
STATES: tuple[State, ...] = ("nothing", "unfinished", "again", "older", "done")
"""Who is not done comes first."""
Note = Literal["late", "unlisted", "called", "devices", "roles", "ahead", "reworded", "trouble", "repeated", "future"]
"""Done after the due date; not on the list; came under another spelling; put together from several devices; sent with two roles; made in a newer version than this page; of an unpublished course whose text is another; something of theirs is damaged; on the list more than once; of a day that is still to come."""


@dataclass(slots=True)
class Row:
    """A person in the table."""

    name: str
    state: State = "nothing"
    day: str = ""
    """The day they were done, ISO 8601."""
    version: int = 0
    """The version of what came last."""
    passed: int = 0
    asked: int = 0
    again: list[str] = field(default_factory=list)
    """Modules to be taken again."""
    check: str = ""
    """The check code of what counts."""
    checks: list[str] = field(default_factory=list)
    """The check codes of all that came."""
    notes: list[Note] = field(default_factory=list)
    called: str = ""
    """How they wrote their name, where it is not as in the list."""
    near: list[str] = field(default_factory=list)
    """Names that have come, are on no list, and may be this person."""


def call_roll(sent: Iterable[Sent], names: Sequence[str], syllabus: Syllabus, today: date, *, due: str = "", joined: dict[str, str] | None = None, troubles: Iterable[Trouble] = ()) -> list[Row]:
    """Return the table, who is not done first. `joined` says which name that came (folded) is which of the list (folded)."""
    times = Counter(map(fold, names))
    listed: dict[str, str] = {}
    for name in names:
        listed.setdefault(fold(name), name)
    turned: dict[str, list[str]] = {}
    for key in listed:
        turned.setdefault(turn(key), []).append(key)
    people: dict[str, list[Sent]] = {key: [] for key in listed}
    shown = dict(listed)
    for one in sent:
        name = " ".join(one.completion.name.split())
        key = (joined or {}).get(fold(name), fold(name))
        if key not in people and len(same := turned.get(turn(key), [])) == 1:
            key = same[0]
        people.setdefault(key, []).append(one)
        shown.setdefault(key, name)
    rows = [_judge(shown[key], mine, syllabus, today, due) for key, mine in people.items()]
    damaged = {fold(trouble.name) for trouble in troubles if trouble.name and trouble.reason != "foreign"}
    strangers = [row for key, row in zip(people, rows, strict=True) if listed and key not in listed]
    for key, row in zip(people, rows, strict=True):
        if listed and key not in listed:
            row.notes.append("unlisted")
        if key in damaged:
            row.notes.append("trouble")
        if times[key] > 1:
            row.notes.append("repeated")
        if row.state == "nothing":
            row.near = [other.name for other in strangers if are_near(row.name, other.name)]
    return sorted(rows, key=lambda row: STATES.index(row.state))


def _judge(name: str, mine: list[Sent], syllabus: Syllabus, today: date, due: str) -> Row:
    row = Row(name, asked=len(syllabus.modules))
    if not mine:
        return row
    newest = max(enumerate(mine), key=lambda one: (one[1].completion.version, one[1].completion.made, one[1].completion.met, one[0]))[1]
    last, all_sent = newest.completion, [one.completion for one in mine]
    row.version, row.check, row.checks = last.version, newest.check, [one.check for one in mine]
    passed, again = _put_together([_name_all(one, syllabus) for one in all_sent], _name_all(last, syllabus), syllabus, today)
    ahead = last.version > syllabus.version and syllabus.version > 0
    asked = [] if ahead else syllabus.asks(last.role)
    lacking = [module for module in asked if module not in passed]
    row.passed, row.asked = (len([module for module in asked if module in passed]), len(asked)) if asked else (len(passed), last.asked)
    row.again = [module for module in (asked or sorted(again)) if module in again]
    met = [one for one in mine if one.completion.met and one.completion.version == last.version]
    whole = bool(asked) and not lacking and syllabus.mastery is None
    if row.again and set(lacking) <= again:
        row.state = "again"
    elif not row.again and (met or whole) and (last.version >= syllabus.version or not lacking):
        row.state = "done" if last.version >= syllabus.version else "older"
        counted = min(met, key=lambda one: (one.completion.on or one.completion.made)) if met else newest
        row.check = counted.check
        row.day = (counted.completion.on or counted.completion.made) if met else max(passed.values())
    else:
        row.state = "unfinished"
    row.notes = list(_note(row, name, all_sent, last, syllabus, today, due))
    row.called = next((one.name for one in reversed(all_sent) if fold(one.name) != fold(name)), "")
    return row


def _name_all(one: Completion, syllabus: Syllabus) -> Completion:
    """Return a completion with all that is passed named, and as it is called now: one of a long course names only the rest (`Completion.rest`)."""
    if syllabus.replaced:
        days = {day: [syllabus.replaced.get(module, module) for module in modules] for day, modules in one.passed.items()}
        one = one.model_copy(update={"passed": days, "again": [syllabus.replaced.get(module, module) for module in one.again]})
    if not one.rest:
        return one
    named = {*one.again, *one.open, *(module for modules in one.passed.values() for module in modules)}
    rest = [module for module in syllabus.asks(one.role) if module not in named]
    return one.model_copy(update={"passed": one.passed | {one.rest: [*one.passed.get(one.rest, []), *rest]}})


def _put_together(sent: list[Completion], last: Completion, syllabus: Syllabus, today: date) -> tuple[dict[str, str], set[str]]:
    """Return what is passed and holds, by module with its last day, and what is to be taken again."""
    passed: dict[str, str] = {}
    again: set[str] = set(last.again)
    for one in sent:
        newer = {module for other in sent if other.version > one.version for module in other.again}
        opened = {module for module, version in syllabus.changed if version > one.version}
        for day, modules in one.passed.items():
            for module in modules:
                if module in newer or module in opened:
                    again.add(module)
                else:
                    passed[module] = max(day, passed.get(module, ""))
    for module, day in list(passed.items()):
        if module in syllabus.valid and _add_months(day, syllabus.valid[module]) < today.isoformat():
            del passed[module]
            again.add(module)
    return passed, again - set(passed)


def _add_months(day: str, months: int) -> str:
    """Return the day so many months later; of the 31st, the last of a shorter month."""
    year, month, number = map(int, day.split("-"))
    total = year * 12 + month - 1 + months
    year, month = min(total // 12, 9999), total % 12 + 1
    return f"{year:04}-{month:02}-{min(number, monthrange(year, month)[1]):02}"


def _note(row: Row, name: str, sent: list[Completion], last: Completion, syllabus: Syllabus, today: date, due: str) -> Iterable[Note]:
    if due and row.day > due:
        yield "late"
    if any(fold(one.name) != fold(name) for one in sent):
        yield "called"
    sets = [{module for modules in one.passed.values() for module in modules} for one in sent if one.version == last.version]
    if any(not (one <= other or other <= one) for one in sets for other in sets):
        yield "devices"
    if len({one.role for one in sent if one.role}) > 1:
        yield "roles"
    if last.version > syllabus.version and syllabus.modules:
        yield "ahead"
    if not last.version and not syllabus.version and syllabus.content and last.content != syllabus.content:
        yield "reworded"
    tomorrow = (today + timedelta(days=1)).isoformat()  # which it may be already where they are
    if any(day and day > tomorrow for one in sent for day in (one.made, one.on, one.rest, *one.passed)):
        yield "future"
