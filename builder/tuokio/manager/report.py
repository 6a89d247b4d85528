"""The table in the terminal: what `manager.html` shows, for those who have a folder of mails and like to type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tuokio import words
from tuokio.manager.arrivals import Arrivals, receive
from tuokio.manager.names import join_lists, read_names
from tuokio.manager.post import read_bytes, read_files
from tuokio.manager.roster import Row, call_roll
from tuokio.manager.syllabus import Syllabus
from tuokio.manager.sheet import spell, write_sheet

SHOWN = ("name", "state", "day", "passed", "again", "check", "notes")


@dataclass(frozen=True, slots=True)
class Report:
    """Who is done and who is not, and what came and does not count."""

    rows: list[Row]
    arrivals: Arrivals
    titles: dict[str, str]
    phrases: words.Phrases
    unread: list[OSError] = field(default_factory=list)
    """Files and folders that could not be read, and why."""

    @property
    def is_empty(self) -> bool:
        """Whether no completion has come."""
        return not self.arrivals.sent

    def csv(self) -> str:
        """Return the table as CSV."""
        return write_sheet(self.rows, self.phrases.say, self.titles)

    def tally(self) -> str:
        """Return the count in a line."""
        counts = {state: sum(row.state == state and "unlisted" not in row.notes for row in self.rows) for state in ("done", "again", "older", "unfinished", "nothing")}
        states = ", ".join(f"{self._say(f'state-{state}')} {count}" for state, count in counts.items() if count)
        strangers = sum("unlisted" in row.notes for row in self.rows)
        return f"{sum(counts.values())}: {states or '–'}." + (f" {self._say('note-unlisted')} {strangers}." if strangers else "")

    def troubles(self) -> list[str]:
        """Return a line for each thing that does not count."""
        told = ((trouble, self._say(f"trouble-{trouble.reason}", **({"course": trouble.course} if trouble.reason == "foreign" else {}))) for trouble in self.arrivals.troubles)
        lines = [_strip(f"{trouble.source}{f' ({trouble.name})' if trouble.name else ''}: {why}") for trouble, why in told]
        return lines + [_strip(f"{error.filename}: {self.phrases.say('manager-trouble-unread', why=error.strerror or type(error).__name__)}") for error in self.unread]

    def emptiness(self, files: Iterable[Path]) -> str:
        """Return what is said where no completion has come."""
        return _strip(self.phrases.say("manager-report-empty", places=", ".join(map(str, files))))

    def draw(self, width: int) -> str:
        """Return the table as text of some columns."""
        from rich import box
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for name in SHOWN:
            table.add_column(self._say(f"column-{'modules' if name == 'passed' else name}"), overflow="fold", no_wrap=name in ("day", "check", "passed"))
        for row in self.rows:
            cells = {"name": row.name, "state": self._say(f"state-{row.state}"), "day": row.day, "check": spell(row.check)}
            cells["passed"] = f"{row.passed}/{row.asked}" if row.state != "nothing" else ""
            cells["again"] = ", ".join(self.titles.get(module, module) for module in row.again)
            notes = [self._say(f"note-{note}") for note in row.notes if note != "called"]
            notes += [self._say("called", name=row.called)] if row.called else []
            notes += [self._say("near", name=name) for name in row.near]
            cells["notes"] = " ".join(notes)
            table.add_row(*(Text(_strip(cells[name])) for name in SHOWN))  # what people wrote is text, and no markup
        console = Console(width=width, no_color=True)
        with console.capture() as capture:
            console.print(table)
        return "\n".join(line.rstrip() for line in capture.get().splitlines())

    def _say(self, key: str, **places: str) -> str:
        return self.phrases.say(f"manager-{key}", **places)


def report(files: Sequence[Path], today: date, *, names: Path | None = None, due: str = "", course: tuple[Syllabus, dict[str, str]] | None = None, language: str = "en") -> Report:
    """Read what came and put it together. `course` is what the course asks, and the titles of its modules. OSError where the list of names cannot be read."""
    syllabus, titles = course or (Syllabus(), {})
    unread: list[OSError] = []
    arrivals = receive(read_files(files, unread), syllabus.id)
    kept = arrivals.kept or {}
    if not course and arrivals.sent:
        syllabus = _guess(arrivals)
    listed = join_lists(read_names(read_bytes(names.read_bytes())) if names else [], _read_texts(kept.get("names")))
    joined = {key: value for key, value in (kept.get("joined") or {}).items() if isinstance(value, str)} if isinstance(kept.get("joined"), dict) else {}
    due = due or (kept["due"] if isinstance(kept.get("due"), str) else "")
    rows = call_roll(arrivals.sent, listed, syllabus, today, due=due, joined=joined, troubles=arrivals.troubles)
    return Report(rows, arrivals, titles, words.phrases(language, "manager"), unread)


def _guess(arrivals: Arrivals) -> Syllabus:
    """Return what can be told of a course that is not at hand: the newest version that someone has sent is what is asked."""
    newest = max((one.completion for one in arrivals.sent), key=lambda completion: completion.version)
    return Syllabus(id=newest.course, version=newest.version, mastery=newest.mastery)


def _read_texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _strip(text: str) -> str:
    """Return a text without what would move the cursor: a name may hold anything."""
    return "".join(sign for sign in text if sign.isprintable())
