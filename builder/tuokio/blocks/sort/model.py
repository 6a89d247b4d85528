"""A question answered by putting things where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, Discriminator, Field, PrivateAttr, Tag, computed_field, model_validator

from tuokio.blocks.block import Fault
from tuokio.blocks.parts import Part, clashes, letter_parts, scatter, without_hyphens
from tuokio.blocks.question import Question
from tuokio.fields import ONE_OR_MANY, Author, OptionId, Prose


class Thing(Part):
    """One thing to put where it belongs. A plain text will do where there is nothing to say of it."""

    feedback: Prose = ""
    """Said below it once an answer has been checked, right or wrong: why it belongs where it belongs."""


Things = Annotated[list[Thing], ONE_OR_MANY]


class Bucket(Author):
    """A place where things belong, and what belongs there."""

    id: OptionId = ""
    """Left out: a, b, c … in your order."""
    bucket: Prose
    """Its name: a word or a few."""
    things: Things = []
    """What belongs there. A bucket may stay empty."""

    @property
    def text(self) -> str:
        """Its name."""
        return self.bucket


class Placed(BaseModel):
    """A thing and the bucket it belongs to, by ids."""

    id: str
    bucket: str


def _tell_form(value: Any) -> str:
    return "Bucket" if isinstance(value, list) else "Thing"


Buckets = Annotated[Annotated[list[Bucket], Tag("Bucket"), Field(min_length=2, max_length=6)] | Annotated[dict[str, Things], Tag("Thing"), Field(min_length=2, max_length=6)], Discriminator(_tell_form), without_hyphens(Bucket, "Write the buckets as lines without hyphens: `Do it yourself: [Cold coffee, Wrong cake]`.")]


class Sort(Question):
    """For each thing, choose where it belongs.

    Write `sort` and the buckets, each with a list of its things: `Do it yourself: [Cold coffee]`. A
    thing may have `text`, `image`, `alt`, `feedback` and `id` of its own. Where a bucket needs an `id`,
    write all of them as a list of `bucket`, `id` and `things`. Learners see the things mixed and the
    buckets in your order. A bucket with no things, `Throw away: []`, is one that is only tempting.

    In another language write the buckets, and the things of each, in the same order.

    **Score:** rightly placed things divided by all things: three of four give 75 %. Things left where
    they were and things placed wrongly count alike, and nothing is taken off for a wrong one: each
    thing is a judgement of its own, and a guess is answered too. Only all of them right gives 100 %,
    and trying again keeps those that were.
    """

    key: ClassVar[str] = "sort"
    shape: ClassVar[str] = "`sort`, buckets and what belongs to each"
    worded: ClassVar[frozenset[str]] = frozenset({"sort"})

    sort: Buckets = Field(exclude=True)
    """`bucket: [thing, thing]`, line by line; or a list of `bucket`, `things`, `id`."""

    _list: list[Bucket] = PrivateAttr()

    @model_validator(mode="after")
    def _letter_parts(self) -> Sort:
        self._list = self.sort if isinstance(self.sort, list) else [Bucket(bucket=name, things=things) for name, things in self.sort.items()]
        letter_parts(self._list)
        letter_parts([thing for bucket in self._list for thing in bucket.things])
        return self

    def written(self) -> dict[str, Any]:
        return {**super().written(), "sort": self._list}

    def choices(self) -> dict[str, str]:
        return {f"bucket {bucket.id}": bucket.bucket for bucket in self._list} | {thing.id: thing.text or thing.image for bucket in self._list for thing in bucket.things}

    @property
    def places(self) -> list[Bucket]:
        """The buckets in the author's order, however they were written."""
        return self._list

    @property
    def mixed(self) -> list[Thing]:
        """The things in an order that tells nothing, for the page's source and for paper."""
        things = {thing.id: thing for bucket in self._list for thing in bucket.things}
        return [things[id] for id in scatter([*things], self.id or "")]

    @computed_field
    @property
    def buckets(self) -> list[str]:
        """The buckets in the author's order."""
        return [bucket.id for bucket in self._list]

    @computed_field
    @property
    def things(self) -> list[Placed]:
        """The things in the author's order, and where each belongs."""
        return [Placed(id=thing.id, bucket=bucket.id) for bucket in self._list for thing in bucket.things]

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        for fault in clashes(self._list, "sort", "bucket"):
            yield replace(fault, at=self._at(int(fault.at[1]), "id" if fault.at[2:] == ("id",) else "bucket"), key=isinstance(self.sort, dict))
        places = [(number, at, thing) for number, bucket in enumerate(self._list) for at, thing in enumerate(bucket.things)]
        for fault in clashes([thing for _, _, thing in places], "things", "thing"):
            number, at, _ = places[int(fault.at[1])]
            yield replace(fault, at=(*self._at(number, "things"), at, *fault.at[2:]))
        if len(places) < 2:
            yield Fault("too-few", "There is nothing here to choose between: sorting takes two things at least.", "Add things to the buckets.", ("sort",))
        elif len({number for number, _, _ in places}) == 1:
            yield Fault("all-in-one-bucket", "All things belong to one bucket, so the first answer gives away the rest.", "Add something that belongs to another.", ("sort",))

    def _at(self, number: int, key: str) -> tuple[str | int, ...]:
        """Return the path of a bucket's key in either form."""
        return ("sort", self._list[number].bucket) if isinstance(self.sort, dict) else ("sort", number, key)


Kind = Sort
