"""What is exchanged: an `Entry` came from elsewhere, an `Item` is one of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tuokio.blocks.question import Question


@dataclass(slots=True)
class Entry:
    """One question as it came, or a text between questions."""

    data: dict[str, Any]
    """The question as its author would write it in a `quiz` block, in the order of keys to be written: texts (Markdown), true or false, numbers, lists, mappings.
    Empty where there is only `prose`. No `id`: that is made of `id`, of `name` or of the words."""
    line: int
    """Where it stood in the file, from 1; in a sheet the row."""
    heading: str = ""
    """The category or section it stood in. A course gets a step for each."""
    name: str = ""
    """What it was called, to make its id of."""
    id: str = ""
    """An id that whoever wrote the file gave it; kept where it can be."""
    prose: str = ""
    """A text for learners that is no question: Markdown, written before the question."""
    lost: list[str] = field(default_factory=list)
    """Texts that no key can carry, each with what it was: `Mark scheme: …`. They are written as remarks above the question, and a finding has told of them."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Pictures that its texts show as `media/<name>`, by that name. Names are safe: see `tuokio.exchange.picture`."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a course, to be carried elsewhere."""

    question: Question
    heading: str
    """Where it stands: the module's title, or the bank's name."""
    folder: Path
    """The course's, below which its pictures are."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What `{{ name }}` stands for in its texts."""
