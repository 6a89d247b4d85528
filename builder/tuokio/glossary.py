"""A course's own words and what they mean, as its author lists them in `glossary.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import Field

from tuokio.fields import Author, Phrases
from tuokio.finding import Span
from tuokio.following import GLOSSARY, name_entry


class Meaning(Author):
    """What is written of a term where its explanation alone does not do."""

    means: str = Field(min_length=1)
    """The explanation: a sentence or two of inline Markdown."""
    forms: Phrases = []
    """Other forms and other words that count as the term, where Tuokio does not find them by itself: `forms: [luvan, luvat]`."""
    unlike: Phrases = []
    """Words that look like a form of the term and are none: `unlike: drawing` for a `draw`."""
    see: Phrases = []
    """Other terms of the glossary that help to understand this one."""


@dataclass(eq=False)
class Term:
    """A term of the glossary."""

    id: str
    """Its name in addresses."""
    name: str
    """As its author writes it."""
    means: str
    """Inline Markdown."""
    span: Span
    forms: list[str] = field(default_factory=list)
    unlike: list[str] = field(default_factory=list)
    see: list[str] = field(default_factory=list)
    """The ids of other terms."""
    last_line: int = 0
    """The last line of what is written of it."""
    sign: str = ""
    """Three signs made of its explanation (`read/wording.py`)."""


@dataclass(eq=False)
class Glossary:
    """The terms of one language. A translation has terms of its own, since languages cut the world in other pieces."""

    path: Path
    language: str
    terms: list[Term] = field(default_factory=list)
    names: dict[str, Any] = field(default_factory=dict)
    """What the Markdown parser is told."""

    @property
    def entry(self) -> str:
        """Its name in `translations.lock`, where it is a translation's."""
        return name_entry(self.language, GLOSSARY)
