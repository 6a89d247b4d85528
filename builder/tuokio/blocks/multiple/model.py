"""A question with several right options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from tuokio.blocks.block import Fault
from tuokio.blocks.question import Options


class Multiple(Options):
    """Several options are right.

    Write `options`, and `correct: true` under each right one. If only one is right but learners
    should still tick boxes, add `type: multiple`. `unchosen` under an option is said in the end
    to the one who left it.

    **Score:** rightly ticked minus wrongly ticked, divided by the number of right options, never
    below 0: with three right options, two right ticks and one wrong give (2 − 1) / 3. Ticking
    everything therefore does not pay. The best attempt counts, and trying again keeps what was right.
    """

    shape: ClassVar[str] = "`options`, several of them `correct: true`"

    @classmethod
    def fits(cls, data: dict[str, Any]) -> bool:
        return cls.count_correct(data) > 1

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        if not self.correct:
            yield Fault("no-correct-option", "None of the options is marked correct.", self.mark_cure, ("options",))
        elif len(self.correct) == len(self.options):
            yield Fault("all-options-correct", "Every option is correct, so there is nothing to choose.", "Add a plausible mistake as an option.", ("options",))


Kind = Multiple
