"""A question answered by finding what goes with what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any, ClassVar, cast

from pydantic import BaseModel, Discriminator, Field, PrivateAttr, Tag, computed_field, model_validator

from tuokio.blocks.block import Block, Fault
from tuokio.blocks.parts import Pictured, clashes, letter_parts, scatter, without_hyphens
from tuokio.blocks.question import Question
from tuokio.fields import Author, OptionId, Prose
from tuokio.finding import Severity

LONG = 120
"""Signs of a right side beyond which it no longer reads as one choice among several on a phone."""


class Pair(Pictured):
    """What goes with what. `image` is the left side's."""

    id: OptionId = ""
    """Left out: a, b, c … in your order."""
    left: Prose = ""
    """May be left out where `image` and `alt` say it."""
    right: Prose
    """Plain text: it stands in a list to choose from."""
    feedback: Prose = ""
    """Said below the pair once an answer has been checked, right or wrong: why they go together."""

    @property
    def text(self) -> str:
        """The left side."""
        return self.left


class Side(Author):
    """A right side more than there are pairs. A plain text will do."""

    shorthand: ClassVar[Any] = str

    id: OptionId = ""
    """Left out: x1, x2, x3 … in your order."""
    text: Prose = ""
    """What goes with no left side."""

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, data: Any) -> Any:
        return {"text": data} if isinstance(data, str) else data


class Goes(BaseModel):
    """What goes with a left side, by ids."""

    id: str
    right: str


def _tell_form(value: Any) -> str:
    return "Pair" if isinstance(value, list) else "str"


Pairs = Annotated[Annotated[list[Pair], Tag("Pair"), Field(min_length=2, max_length=26)] | Annotated[dict[str, str], Tag("str"), Field(min_length=2, max_length=26)], Discriminator(_tell_form), without_hyphens(Pair, "Write the pairs as lines without hyphens, with a colon between the two sides: `Receipt: proves the purchase`.")]


class Match(Question):
    """For each left side, choose what goes with it.

    Write `match` and the pairs, left side first: `Receipt: proves the purchase`. Where a pair has a
    picture, `feedback` or an `id`, write all as a list of `left` and `right`. Two left sides may have
    the same right side, word for word; then it is there once to choose, and right for both. `extra`
    are right sides that go with nothing, so that the last pair does not answer itself.

    In another language write the pairs in the same order, with both sides translated.

    **Score:** rightly matched pairs divided by all pairs: two of three give 67 %. Pairs left open and
    pairs that are wrong count alike, so a guess costs nothing: what one learns here is the pairs, and
    a guess is answered too. Only all of them right gives 100 %, and trying again keeps those that were.
    """

    key: ClassVar[str] = "match"
    shape: ClassVar[str] = "`match`, left sides and what goes with them"
    worded: ClassVar[frozenset[str]] = frozenset({"match"})

    match: Pairs = Field(exclude=True)
    """`left: right`, line by line; or a list of `left`, `right`, `image`, `alt`, `feedback`, `id`."""
    extra: list[Side] = Field(default=[], max_length=10, exclude=True)
    """Right sides that go with nothing: plain texts, or each with `text` and `id`."""

    _list: list[Pair] = PrivateAttr()
    _right: dict[str, str] = PrivateAttr()
    """The id of the right side by the pair's: that of the first pair that has it."""

    @model_validator(mode="after")
    def _letter_sides(self) -> Match:
        self._list = self.match if isinstance(self.match, list) else [Pair(left=left, right=right) for left, right in self.match.items()]
        letter_parts(self._list)
        for number, side in enumerate(self.extra, 1):
            side.id = side.id or f"x{number}"
        first: dict[str, str] = {}
        self._right = {pair.id: first.setdefault(_plain(pair.right), pair.id) for pair in self._list}
        return self

    def follow(self, source: Block) -> Iterator[Fault]:
        """Which right sides are one is told by the source's texts: a translation may word them as it must, but not tell them apart or mix them up."""
        source = cast(Match, source)
        own, self._right = self._right, source._right
        if own.keys() != self._right.keys():
            return
        for number, pair in enumerate(self._list):
            if own[pair.id] != self._right[pair.id] and self._right[pair.id] != pair.id:
                yield Fault("translation-differs", "In the source this goes with the same right side as a pair above; here the two differ.", "Write it word for word as above.", self._at(number, "right"), Severity.WARNING)
            elif own[pair.id] != self._right[pair.id]:
                yield Fault("translation-differs", "In the source this has a right side of its own; here a pair above has the same.", "Word them differently.", self._at(number, "right"), Severity.WARNING)
        for number, side in enumerate(self.extra):
            if _plain(side.text) in {_plain(pair.right) for pair in self._list}:
                yield Fault("translation-differs", "In the source this goes with nothing; here a pair has the same right side.", "Word them differently.", ("extra", number), Severity.WARNING)

    def written(self) -> dict[str, Any]:
        return {**super().written(), "match": self._list}

    def choices(self) -> dict[str, str]:
        return {pair.id: f"{pair.left or pair.image}\n{pair.right}" for pair in self._list} | {side.id: side.text for side in self.extra}

    @property
    def pairs(self) -> list[Pair]:
        """The pairs in the author's order, however they were written."""
        return self._list

    @property
    def sides(self) -> list[tuple[str, str]]:
        """Id and text of what there is to choose, in an order that tells nothing."""
        texts = {pair.id: pair.right for pair in self._list} | {side.id: side.text for side in self.extra}
        return [(id, texts[id]) for id in self.rights]

    @computed_field
    @property
    def goes(self) -> list[Goes]:
        """Each pair, and the right side that goes with it."""
        return [Goes(id=id, right=right) for id, right in self._right.items()]

    @computed_field
    @property
    def rights(self) -> list[str]:
        """All there is to choose, in the order of the page."""
        return scatter([*dict.fromkeys(self._right.values()), *(side.id for side in self.extra)], self.id or "")

    @property
    def shared(self) -> bool:
        """Whether some right side goes with several left ones."""
        return len(set(self._right.values())) < len(self._right)

    def right_of(self, pair: Pair) -> str:
        """Return the id of the right side that goes with a pair."""
        return self._right[pair.id]

    def _at(self, number: int, key: str) -> tuple[str | int, ...]:
        """Return the path of a pair's key in either form."""
        return ("match", self._list[number].left) if isinstance(self.match, dict) else ("match", number, key)

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        for fault in clashes(self._list, "match", "pair"):
            number, key = int(fault.at[1]), str(fault.at[2]) if len(fault.at) > 2 else "left"
            message = fault.message.replace(" has no text.", " has no left side.").replace(" say the same.", " have the same left side.")
            yield replace(fault, message=message, cure=fault.cure.replace("`text:`", "`left:`"), at=self._at(number, "left" if key == "text" else key), key=isinstance(self.match, dict))
        for number, pair in enumerate(self._list):
            if not pair.right.strip():
                yield Fault("empty-pair", "Nothing goes with this left side.", "Write its right side, or remove the pair.", self._at(number, "right"))
            elif len(pair.right) > LONG:
                yield Fault("long-right-side", f"This right side has {len(pair.right)} characters, and it is one of several to choose from on a phone.", "Say it shorter; what explains it can stand in `feedback`.", self._at(number, "right"), Severity.HINT)
        if len(set(self._right.values())) + len(self.extra) < 2:
            yield Fault("nothing-to-choose", "All have the same right side, so there is nothing to choose.", "Give them right sides of their own, or add `extra:` ones.", ("match",))
        yield from self._unfit_extras()

    def _unfit_extras(self) -> Iterator[Fault]:
        yield from clashes(self.extra, "extra", "extra")
        rights = {_plain(pair.right) for pair in self._list}
        for number, side in enumerate(self.extra):
            if _plain(side.text) in rights:
                yield Fault("extra-goes-with-a-pair", "This is the right side of a pair as well, so it is not an extra one.", "Remove it here, or word it so that it goes with nothing.", ("extra", number))
            if side.id in self._right:
                yield Fault("duplicate-id", f"A pair has the id `{side.id}` too.", "Give each an id of its own, or none.", ("extra", number, "id"))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!?")


Kind = Match
