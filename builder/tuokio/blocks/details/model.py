"""A part that opens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from tuokio.blocks.block import Block, Fault
from tuokio.fields import Flag, Prose
from tuokio.prose import READING


class Details(Block):
    """A line that opens to a text.

    Put here what only some readers need: an exception, a longer example, where a figure comes from.
    What everybody must know stands in the text itself. Write a `title` that says what is inside, so
    that one can decide without opening it. On paper it is always open.
    """

    fence: ClassVar[str] = "details"
    active: ClassVar[bool] = False

    title: Prose
    """The line that is always seen: `What if the receipt is lost?`"""
    text: Prose
    """What it opens to: Markdown, with lists and pictures as elsewhere."""
    open: Flag = Field(default=False, exclude=True)
    """`true`: it is open from the start."""

    @property
    def minutes(self) -> float:
        return len(self.text) / READING

    def suggest_id(self) -> str:
        return self.title

    def faults(self) -> Iterator[Fault]:
        if not self.title.strip():
            yield Fault("empty-details", "Nothing says what is inside.", "Write a `title` for it.", ("title",))
        if not self.text.strip():
            yield Fault("empty-details", "There is nothing to open.", "Write its `text`, or remove the block.", ("text",))


Kind = Details
