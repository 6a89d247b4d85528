"""Running text as read from a file: typeset, with what in it waits for the whole course, and as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from tuokio.finding import Span

READING = 1000  # characters of prose a minute, silent reading on a phone (IReST; Brysbaert 2019)


class Link(NamedTuple):
    """A link as written, to be resolved when the whole course is known."""

    href: str
    title: str = ""


class Picture(NamedTuple):
    """A picture as written."""

    src: str
    alt: str
    caption: str = ""


@dataclass(eq=False, slots=True)
class Markdown:
    """A stretch of a step's text as HTML, whose links and pictures wait in `refs` for the whole course."""

    html: str
    refs: list[Link | Picture]
    span: Span
    last_line: int


class Passage(NamedTuple):
    """A run of prose as written: a paragraph, an entry of a list, a heading, a cell of a table."""

    kind: Literal["paragraph", "entry", "heading", "cell"]
    text: str
    """Markdown, its lines without what stands before them (indents, marks of lists and quotations)."""
    line: int
    last_line: int
    level: int = 0
    """Of a heading: 1 to 6."""
