"""A question with one right option."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from tuokio.blocks.block import Fault
from tuokio.blocks.question import Options


class Choice(Options):
    """One option is right.

    Write `options`, and `correct: true` under the right one. Say in each option's `feedback`
    why it is right or what goes wrong with it. Options come in an order of their own for every
    learner; three good ones are enough.

    **Score:** 1 for the right option, 0 for any other. The best attempt counts.
    """

    partial: ClassVar[bool] = False
    shape: ClassVar[str] = "`options`, one of them `correct: true`"

    @classmethod
    def fits(cls, data: dict[str, Any]) -> bool:
        return cls.count_correct(data) <= 1

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        if not self.correct:
            yield Fault("no-correct-option", "None of the options is marked correct.", self.mark_cure, ("options",))
        if len(self.correct) > 1:
            yield Fault("two-correct-options", "A `choice` has one right option, and here are several.", "Leave one `correct: true`, or write `type: multiple`.", ("options",))


Kind = Choice
