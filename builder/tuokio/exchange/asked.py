"""A question as Moodle's formats see it: the middle ground between what they hold and what we write.

GIFT and Moodle XML tell of the same kinds of question. Each reads into an `Asked` and writes one; `arriving.py` makes an `Entry`
of it, `leaving.py` makes it of one of our questions. Texts are Markdown; what is compared with what people type is plain.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum, auto


class Shape(StrEnum):
    """The kinds of question that Moodle's formats know, by Moodle's names for them."""

    multichoice = auto()
    truefalse = auto()
    shortanswer = auto()
    numerical = auto()
    match = auto()
    multianswer = auto()
    """A text with gaps, as ours: its `text` is what stands under our key."""
    ordering = auto()
    essay = auto()
    description = auto()


@dataclass(slots=True)
class Answer:
    """One answer that was foreseen, right or wrong."""

    text: str
    weight: float = 0
    """What it is worth: 1 is all, 0 nothing; a wrong one may cost."""
    feedback: str = ""
    reach: float = 0
    """How far off a number may be."""


ANY = "*"
"""The answer that stands for whatever nobody foresaw."""


@dataclass(slots=True)
class Asked:
    """One question between two formats."""

    shape: Shape
    text: str
    line: int = 1
    name: str = ""
    id: str = ""
    heading: str = ""
    answers: list[Answer] = field(default_factory=list)
    """Of `truefalse` two: that it is true, that it is false. Of `ordering` all, in the right order."""
    several: bool = False
    """Whether more than one may be ticked."""
    pairs: list[tuple[str, str]] = field(default_factory=list)
    """What goes with what; a right side whose left one is empty goes with nothing."""
    right: str = ""
    """What was sensibly said, for who answers in their own words."""
    general: str = ""
    """Said in the end, however it went."""
    correct: str = ""
    partly: str = ""
    wrong: str = ""
    hints: list[str] = field(default_factory=list)
    points: float = 1
    shuffle: bool = True
    exact: bool = False
    """Whether large and small letters are told apart."""
    units: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
