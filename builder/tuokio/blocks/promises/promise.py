"""A situation and its limits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PrivateAttr, computed_field
from pydantic_core import PydanticCustomError

from tuokio.blocks.promises.limit import Limit, Unit
from tuokio.fields import Author, Id, Number, Prose


def _refuse_bare(value: Any) -> Any:
    """Refuse limits that do not say whose they are."""
    bare = [value] if isinstance(value, str) else value
    if isinstance(bare, list) and all(isinstance(limit, str) for limit in bare):
        raise PydanticCustomError("wrong-shape", "This does not say whose limit is which.", {"cure": f"Write the role before each: `limits: {{{', '.join(f'…: {limit}' for limit in bare)}}}`."})
    return value


class Promise(Author):
    """A situation, and how much each role may promise in it."""

    id: Id = ""
    """Left out: a, b, c … in your order. Write one if you may add situations between others."""
    situation: Prose
    """What is promised, in a few words: `Refund of a late order`."""
    limits: Annotated[dict[str, str], BeforeValidator(_refuse_bare), Field(exclude=True)]
    """For each role the highest it may promise, number and unit: `20 €`; `true` without a limit, `false` not at all."""
    step: Number = 1
    """The smallest difference that counts, in the unit of the limits. What lies one step beyond a limit is asked about."""
    why: Prose = ""
    """Why the limits are where they are."""

    _row: list[Limit] = PrivateAttr(default_factory=list)
    """The limits in the order of the roles."""
    _units: dict[bool, Unit] = PrivateAttr(default_factory=dict)
    """How the unit is written beside a 1, and beside other numbers."""

    @property
    def text(self) -> str:
        """The situation."""
        return self.situation

    @computed_field
    @property
    def most(self) -> list[float | bool]:
        """The limits in the order of the roles, as numbers hold in every language."""
        return [limit.most if limit.is_number else limit.most > 0 for limit in self._row]

    @property
    def row(self) -> list[Limit]:
        """The limits in the order of the roles."""
        return self._row

    @property
    def is_measured(self) -> bool:
        """Whether anyone's limit is a number."""
        return any(limit.is_number for limit in self._row)

    def unit(self, amount: float) -> Unit:
        """Return the unit as it is written beside an amount."""
        return self._units.get(amount == 1) or next(iter(self._units.values()), Unit())

    def settle(self, row: list[Limit], written: list[Limit]) -> None:
        """Take over the limits, and how `written` ones write the unit."""
        self._row, self._units = row, {}
        for limit in written:
            self._units.setdefault(limit.most == 1, limit.unit)

    def boundaries(self) -> Iterator[tuple[str, Limit | None]]:
        """Yield what is asked, each with a name: amounts at the limits and one step beyond them; None where only yes and no are told apart."""
        if not self.is_measured:
            yield "who", None
        seen = set()
        for number, limit in enumerate(self._row, 1):
            for name, amount in (("at", limit.most), ("over", limit.most + self.step)) if limit.is_number else ():
                if (rounded := round(amount, 9)) not in seen:
                    seen.add(rounded)
                    yield f"{name}-{number}", limit.of(rounded)
