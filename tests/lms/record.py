"""What an LMS keeps of a learner on a course between sessions, by the rules of Moodle, or of the standard where that is harder."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from lms.manifest import Manifest

SHORT = {  # what is called otherwise, in 1.2 and 2004
    "learner": ("cmi.core.student_id", "cmi.learner_id"), "name": ("cmi.core.student_name", "cmi.learner_name"), "entry": ("cmi.core.entry", "cmi.entry"), "exit": ("cmi.core.exit", "cmi.exit"),
    "mode": ("cmi.core.lesson_mode", "cmi.mode"), "credit": ("cmi.core.credit", "cmi.credit"), "total": ("cmi.core.total_time", "cmi.total_time"), "session": ("cmi.core.session_time", "cmi.session_time"),
    "status": ("cmi.core.lesson_status", "cmi.completion_status"), "mastery": ("cmi.student_data.mastery_score", "cmi.scaled_passing_score"),
}
SPAN = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")


@dataclass
class Record:
    """One learner on one course."""

    manifest: Manifest
    learner: str
    name: str
    values: dict[str, str] = field(default_factory=dict)
    """What the host has stored, by the names of the data model."""
    sessions: int = 0
    """How many were finished."""

    def key(self, short: str) -> str:
        """Return what this edition calls a value."""
        return SHORT[short][self.manifest.edition != "1.2"]

    @property
    def done(self) -> bool:
        """Whether the host takes the course as over, and opens it for review from now on: as in Moodle also what was failed."""
        over = ("passed", "completed", "failed")
        return any(self.values.get(f"cmi.{name}") in over for name in ("core.lesson_status", "completion_status", "success_status"))

    def open(self, mode: str) -> dict[str, str]:
        """Return what a course reads in a new session, in mode `normal`, `review`, `browse` or `auto`: review once it is done."""
        mode = mode if mode != "auto" else "review" if self.done else "normal"
        suspended = self.values.get(self.key("exit")) == "suspend"
        entry = "resume" if suspended else "" if self.values and self.manifest.edition == "1.2" else "ab-initio"
        if self.manifest.edition != "1.2" and not suspended:
            self.values.pop("cmi.suspend_data", None)  # a new attempt begins: also where a session only broke off and had never said how it would be left
        kept = {name: value for name, value in self.values.items() if name not in (self.key("exit"), self.key("session"))}
        fresh = {self.key("status"): "not attempted" if self.manifest.edition == "1.2" else "unknown", self.key("total"): "0000:00:00.00" if self.manifest.edition == "1.2" else "PT0S"}
        if self.manifest.objective:
            fresh["cmi.objectives.0.id"] = self.manifest.objective
        told = {"learner": self.learner, "name": self.name, "entry": entry, "mode": mode, "credit": "credit" if mode == "normal" else "no-credit"} | ({"mastery": self.manifest.mastery} if self.manifest.mastery else {})
        return fresh | kept | {self.key(short): value for short, value in told.items()}

    def commit(self, values: dict[str, str]) -> None:
        """Keep what a session has set since it last sent something."""
        self.values |= values

    def finish(self, session: dict[str, str], mode: str) -> None:
        """Keep all that a session has set, at its end: time adds up, and in 1.2 a score may overrule the status."""
        self.values[self.key("total")] = add_times(self.values.get(self.key("total"), ""), session.get(self.key("session"), ""), self.manifest.edition)
        self.values[self.key("exit")] = ""
        self.values |= session
        self.sessions += 1
        if self.manifest.edition == "1.2":
            status = self.values.get("cmi.core.lesson_status", "not attempted")
            status = "completed" if status == "not attempted" else status
            score = self.values.get("cmi.core.score.raw", "")
            if mode == "normal" and self.manifest.mastery and score:
                status = "passed" if Decimal(score) >= Decimal(self.manifest.mastery) else "failed"
            self.values["cmi.core.lesson_status"] = status


def read_seconds(text: str) -> Decimal:
    """Return a time of either edition in seconds; nothing is none."""
    if text.startswith("P"):
        _, _, days, hours, minutes, seconds = (Decimal(part or 0) for part in SPAN.fullmatch(text).groups())
        return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    hours, minutes, seconds = (Decimal(part) for part in (text or "0:0:0").split(":"))
    return (hours * 60 + minutes) * 60 + seconds


def add_times(first: str, second: str, edition: str) -> str:
    """Return the sum of two times as its edition writes it."""
    seconds = read_seconds(first) + read_seconds(second)
    if edition != "1.2":
        return f"PT{seconds.normalize():f}S"
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60:04.0f}:{minutes % 60:02.0f}:{rest:05.2f}"
