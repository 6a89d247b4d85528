"""What is asked of a situation: who may promise this much of it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from pydantic import PrivateAttr

from tuokio.blocks.made import MadeChoice
from tuokio.blocks.parts import Option
from tuokio.blocks.promises.limit import Limit
from tuokio.blocks.promises.promise import Promise

if TYPE_CHECKING:
    from tuokio.blocks.promises.model import Promises

NOBODY = "nobody"


class Told(NamedTuple):
    """What is said to the one who chose an option: whose limit, and how the amount stands to it."""

    option: Option
    whose: int
    note: str


class Asked(MadeChoice):
    """Who may promise something: asked of one amount, or of none where nothing is measured."""

    template: ClassVar[str] = "promises/asked.html"

    amount: float | None = None
    _promise: Promise = PrivateAttr()
    _limit: Limit | None = PrivateAttr(default=None)

    @property
    def promises(self) -> Promises:
        """The block it was made of."""
        return cast("Promises", self._maker)

    @property
    def promise(self) -> Promise:
        """The situation it asks about."""
        return self._promise

    @property
    def limit(self) -> Limit | None:
        """The amount it asks about."""
        return self._limit

    @property
    def told(self) -> list[Told]:
        """What each option is answered with."""
        row = self._promise.row
        right = next(number for number, option in enumerate(self.options) if option.correct)
        highest = max(range(len(row)), key=lambda number: (row[number].most, -number))
        answers = []
        for number, option in enumerate(self.options):
            if option.id == NOBODY:
                whose = highest if number == right else right
                answers.append(Told(option, whose, "more" if number == right and row[whose].is_number else ""))
            elif number == right or not row[number].allows(self.amount):
                answers.append(Told(option, number, "more" if number != right and row[number].is_number else ""))
            else:
                answers.append(Told(option, right, "already"))
        return answers
