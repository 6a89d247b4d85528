"""What video and sound share: a file that plays, what is said in it, and the places one can go to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from tuokio.blocks.block import Block, Fault
from tuokio.fields import Author, Prose, Wording, written
from tuokio.finding import Severity
from tuokio.words import direction, own_name

PAUSE = 2.0
"""Seconds of silence that begin a new paragraph of a transcript."""


def _moment(value: Any) -> Any:
    """Read "1:30", "0:01:30", "90" and "90 s" as 90.0."""
    written = "".join(value.split()).lower().removesuffix("s").replace(",", ".") if isinstance(value, str) else value
    if isinstance(written, str) and re.fullmatch(r"(\d{1,2}:[0-5]?\d:[0-5]\d|\d{1,3}:[0-5]\d|\d{1,5})(\.\d{1,3})?", written) and (":" in written or "." not in written):
        parts = [float(part) for part in written.split(":")]
        return sum(part * 60**power for power, part in enumerate(reversed(parts)))
    if isinstance(written, float):
        return written
    raise PydanticCustomError("unusable-moment", "This is not a time in a recording.", {"cure": "Write minutes, a colon and seconds: `1:30`."})


Moment = Annotated[float, BeforeValidator(_moment, json_schema_input_type=Annotated[float, Field(ge=0)] | written(r"^\s*([0-9]{1,2}:)?[0-9]{1,3}(:[0-5]?[0-9])?([.,][0-9]{1,3})?\s*[sS]?\s*$", "Write minutes, a colon and seconds: 1:30."))]
"""A time in a recording, in seconds; written `1:30`."""


class Cue(NamedTuple):
    """What is said from when to when, in seconds."""

    start: float
    end: float
    text: str


@dataclass(frozen=True)
class Captions:
    """What is said in a recording, in one language."""

    language: str
    cues: tuple[Cue, ...]

    @property
    def direction(self) -> str:
        """Which way it is written."""
        return direction(self.language)


@dataclass(frozen=True)
class Tape:
    """What reading found in the files of a recording."""

    address: str
    """Where it is in the output: `media/name.1a2b3c4d.mp4`."""
    size: int
    """Bytes."""
    seconds: float | None = None
    width: int | None = None
    height: int | None = None
    captions: tuple[Captions, ...] = ()
    """The language of the text around it first."""
    files: dict[str, Path] = field(default_factory=dict)
    """What is shipped for it: output name → the author's file."""


class Chapter(Author):
    """A place one can go to."""

    at: Moment = Field(exclude=True)
    """When it begins: `1:30`."""
    title: Prose
    """What it is about, in a few words."""

    @property
    def moment(self) -> str:
        """When it begins, as it is shown."""
        return write_moment(self.at)


class Paragraph(NamedTuple):
    """A stretch of a transcript made of captions."""

    chapter: Chapter | None
    """The chapter that begins with it."""
    cues: list[Cue]


class Recording(Block):
    """Keys of what is played."""

    active: ClassVar[bool] = False
    wordless: ClassVar[frozenset[str]] = frozenset({"src", "captions", "poster"})
    noun: ClassVar[str]
    """What messages call it."""
    budget: ClassVar[int]
    """Bytes above which its author is told that it is large."""
    moving: ClassVar[bool]
    """It has pictures."""

    title: Prose
    """What it is about. It stands above it."""
    src: Prose
    """The recording: `media/receipt.mp4`. In a translation it may be another file."""
    captions: Wording = Field(default="", exclude=True)
    """What is said and heard, with its times: a .vtt or .srt file; or one for each language, `{fi: media/receipt.fi.vtt, en: …}`."""
    transcript: Prose = ""
    """What is said and seen, as text. Left out: it is made of the captions."""
    chapters: list[Chapter] = Field(default=[], exclude=True)
    """Places to go to: `- {at: 1:30, title: …}`."""
    alt: Prose = ""
    """What is seen or heard in it, for those who cannot see or hear it."""

    _tape: Tape | None = None

    @property
    def attachment(self) -> Tape | None:
        """What reading found in its files; None if it cannot be played."""
        return self._tape

    def attach(self, tape: Tape | None) -> None:
        """Remember what was found in its files; None if it cannot be played."""
        self._tape = tape

    @property
    def seconds(self) -> float:
        """How long it takes: as the file says, else until the last word; 0 if nobody knows."""
        if not self._tape:
            return 0
        return self._tape.seconds or max((cue.end for captions in self._tape.captions for cue in captions.cues), default=0)

    @property
    def length(self) -> str:
        """How long it takes, as it is shown: `2 min 30 s`, the same in every language."""
        minutes, seconds = divmod(round(self.seconds), 60)
        return " ".join([*([f"{minutes}\u00a0min"] if minutes else []), *([f"{seconds}\u00a0s"] if seconds else [])])

    @property
    def minutes(self) -> float:
        return self.seconds / 60

    @property
    def caption_files(self) -> dict[str, str]:
        """The files of its captions by language: its own first, else the author's first."""
        if isinstance(self.captions, str):
            written = self.source and self.captions == getattr(self.source, "captions", "")
            return {(self.source.language if written else self.language): self.captions} if self.captions.strip() else {}
        own = [language for language in self.captions if language == self.language or language == self.language.split("-")[0]]
        return {language: self.captions[language] for language in dict.fromkeys([*own, *self.captions])}

    @property
    def paragraphs(self) -> list[Paragraph]:
        """A transcript made of the first captions: a new paragraph at each chapter, and after each silence."""
        if not self._tape or not self._tape.captions:
            return []
        cues, waiting, found = self._tape.captions[0].cues, list(self.chapters), []
        for before, cue in pairwise((None, *cues)):
            begun = None
            while waiting and waiting[0].at < cue.end:
                begun = waiting.pop(0)
            if begun or before is None or cue.start - before.end >= PAUSE:
                found.append(Paragraph(begun, []))
            found[-1].cues.append(cue)
        return found

    def suggest_id(self) -> str:
        return self.title

    def faults(self) -> Iterator[Fault]:
        if not self.src.strip():
            yield Fault("no-recording", f"There is no {self.noun} to play.", f"Add `src:` with the name of the file, such as `media/{self.kind()}.mp4`.")
        for number, (one, other) in enumerate(pairwise(self.chapters), 1):
            if other.at <= one.at:
                yield Fault("unordered-chapters", f"This chapter begins at {other.moment}, and the one above it at {one.moment}.", "Put the chapters in the order they are played.", ("chapters", number, "at"), Severity.WARNING)

    def data(self) -> dict[str, Any]:
        return {}

    def wording(self) -> dict[str, Any]:
        captions = self._tape.captions if self._tape and self.moving else ()
        return {"captions": [[one.language, own_name(one.language), [list(cue) for cue in one.cues]] for one in captions]} if captions else {}


def write_moment(seconds: float) -> str:
    """Return a time as players show it: `1:05`, `1:02:03`."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes}:{rest:02}"
