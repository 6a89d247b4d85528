"""A question whose answer is an order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field, model_validator

from tuokio.blocks.block import Fault
from tuokio.blocks.parts import Part, clashes, letter_parts, scatter
from tuokio.blocks.question import Question
from tuokio.fields import Flag, Prose
from tuokio.finding import Severity


class Thing(Part):
    """One thing to put in its place. A plain text will do where there is nothing to say of it."""

    feedback: Prose = ""
    """Said below it once an answer has been checked, in its place or not: why it comes where it comes."""


class Order(Question):
    """Things are put in the right order.

    Write `order` and the things in the right order; learners never see them so at first. Each moves
    by its buttons or by dragging. Let the order have a reason, and tell it in `explanation`: what is
    merely a list is better learnt in another way. Four to six things are enough.

    **Score:** the most things that already follow one another rightly, whatever stands between
    them; less one, divided by the number of all less one. With five things and one of them misplaced,
    however far, four follow rightly: (4 − 1) / (5 − 1) = 75 %. The reverse order gives 0, and only the
    right order gives 100 %. So a misplaced thing costs the same near and far. What is marked wrong is
    just what has to be moved. That is what is moved when trying again: the rest keeps its order.
    """

    key: ClassVar[str] = "order"
    shape: ClassVar[str] = "`order`, a list in the right order"
    sequence: ClassVar[bool] = True

    order: list[Thing] = Field(min_length=2, max_length=26)
    """The things in the right order: plain texts, or each with `text`, `image`, `alt`, `feedback`, `id`."""
    shuffle: Flag = True
    """`false` shows the same mixed order to all. Your own order is never shown: it is the answer."""

    @model_validator(mode="after")
    def _letter_things(self) -> Order:
        letter_parts(self.order)
        return self

    def choices(self) -> dict[str, str]:
        return {thing.id: thing.text or thing.image for thing in self.order}

    @property
    def mixed(self) -> list[Thing]:
        """The things in an order that tells nothing, for the page's source and for paper."""
        things = {thing.id: thing for thing in self.order}
        return [things[id] for id in scatter([*things], self.id or "")]

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        yield from clashes(self.order, "order", "thing")
        if not self.shuffle:
            yield Fault("unshuffled-order", "Learners never begin with your own order, as it is the answer. This only makes the mixed one the same for all.", "Remove it, if that is not what you want.", ("shuffle",), Severity.HINT)


Kind = Order
