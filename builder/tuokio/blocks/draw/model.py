"""Questions drawn from banks, where a question could stand."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from tuokio.blocks.block import Block
from tuokio.course import ANSWERING
from tuokio.fields import Banks, Count, Flag, Number
from tuokio.settings import Drawing


class Draw(Block, Drawing):
    """Questions drawn from the course's banks, others at each attempt.

    Write `draw`, how many, and `from`, the name of a file in `banks/` or a list of them. Every learner
    gets a selection of their own, questions they have not met first. `tags` and `objective` draw only
    from what has one of them; where both stand, from what has both. On paper the first of the bank are printed.

    **Score:** the share of right answers among those drawn.
    """

    fence: ClassVar[str] = "quiz"
    wordless: ClassVar[frozenset[str]] = frozenset({"tags"})
    key: ClassVar[str] = "draw"
    shape: ClassVar[str] = "`draw` and `from`"

    draw: Count = Field(ge=1, le=100)
    """How many questions are drawn."""
    banks: Banks = Field(alias="from", min_length=1)
    """The banks they are drawn from, by the names of their files: `from: products`, or `from: [products, rules]`."""
    points: Number | None = Field(default=None, ge=0, le=1000)
    """What they weigh together in the course's score. Left out: one point for each."""
    gate: Flag = False
    """Holds "next" until all that was drawn is answered."""

    @property
    def minutes(self) -> float:
        return ANSWERING * self.draw

    def data(self) -> dict[str, Any]:
        return {key: value for key, value in super().data().items() if value != []}


Kind = Draw
