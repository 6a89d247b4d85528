"""A statement that is true or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from tuokio.blocks.block import Fault
from tuokio.blocks.question import Question
from tuokio.fields import Count, Flag, Prose


class TrueFalse(Question):
    """A statement that is true or not.

    Write `statement` and `correct: true` or `correct: false`. `feedback` is said after the answer:
    one text, or `{correct: …, wrong: …}`. `question` may stand above the statement. Half can be
    guessed, so use it for a common misbelief and say why it is one.

    **Score:** 1 or 0. There is one attempt unless you write `attempts`: the second would be no question.
    """

    partial: ClassVar[bool] = False
    key: ClassVar[str] = "statement"
    shape: ClassVar[str] = "`statement`"

    statement: Prose
    """What is claimed. Markdown."""
    correct: Flag
    """`true` if the statement is true."""
    attempts: Count | None = Field(default=1, ge=1, le=100)
    shuffle: Flag = False

    def suggest_id(self) -> str:
        return self.statement

    def faults(self) -> Iterator[Fault]:
        if not self.statement.strip():
            yield Fault("no-question", "Nothing is claimed here.", "Write the statement.", ("statement",))
        yield from self.unsaid()
        yield from self.untold()


Kind = TrueFalse
