"""The pair game: one plays a customer from a secret card, the other serves; then they swap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, cast

from pydantic import BaseModel, Field, PrivateAttr, computed_field, model_validator

from tuokio.blocks.block import Block, Fault
from tuokio.blocks.cutting import fit
from tuokio.blocks.encounter.deck import Customer, Customers, Mood, Moods, Twist, Twists, settle
from tuokio.blocks.encounter.faults import unfit_customers, unfit_moods, unfit_points, unfit_twists
from tuokio.fields import ONE_OR_MANY, Prose, Texts

GAME = 10  # minutes for two people to play both turns


class Dealt(BaseModel):
    """A customer and the moods they may come in, by ids."""

    id: str
    moods: list[str]


class Encounter(Block):
    """A game for two people and one phone: one plays a customer from a secret card, the other serves. Then they swap.

    A card is dealt from what you write: one of the `customers`, in one of their `moods`, and one of the
    `twists`. The customer sees it while holding the phone's button; then the phone lies on the table and the
    two play. Both rate the same points to `watch`, each without seeing what the other says, and look at
    the two side by side. Then the card is open to both, with what would have been `right`. What the
    partner said is never stored. A game takes ten minutes. Whoever is alone gets a conversation instead.

    Write a **customer** as someone you have met, not as a kind of person: what they do, what they want and
    why. No labels (`a difficult customer`), and nothing of age, origin, religion, body or the like, unless the
    errand is about it. `hidden` is what makes a second card of the first: a brisk customer may be worried,
    a cheerful one in a hurry. Neither kindness without knowledge nor knowledge without kindness should be
    enough, so let the errand need something that one has to know.

    Write a **mood** as it shows, so that it can be played. Let at least a quarter of what may come be
    calm or kind: most customers are, and who practises on angry ones only learns to expect them.

    Ten customers with six moods and ten twists are hundreds of encounters. The same customer does not come
    twice within six cards, so write six at least. All cards are printed to cut out as well, for
    a table without a phone.

    In another language write the customers, twists and points in the same order, and the moods with their names
    translated; which moods a customer may come in need not be repeated.
    """

    fence: ClassVar[str] = "encounter"
    index: ClassVar[str] = "encounters"
    worded: ClassVar[frozenset[str]] = frozenset({"moods"})

    title: Prose
    """What is met with here: `Encounters at the counter`."""
    intro: Prose = ""
    """Where this is, in a sentence: `A café by the station, a quarter past eight.`"""
    customers: Customers = Field(min_length=2, max_length=52, exclude=True)
    """Those who may come in. Six at least, so that it stays a surprise."""
    moods: Moods = Field(exclude=True)
    """`name: how it shows`, line by line; or a list of `name`, `shows`, `id`."""
    twists: Twists = Field(default=[], max_length=52, exclude=True)
    """What happens meanwhile: `[The card does not work., A queue grows behind.]`. Left out, nothing does."""
    watch: Annotated[list[str], ONE_OR_MANY] = Field(min_length=1, max_length=12, exclude=True)
    """What both look at and rate, as something that can be seen: `[Greeted first, Gave the right answer]`. Three to five."""
    debrief: Texts = Field(default=[], max_length=6)
    """What the two talk about at the end. Left out, three questions that suit any encounter."""

    _moods: list[Mood] = PrivateAttr()

    @model_validator(mode="after")
    def _settle(self) -> Encounter:
        self._moods = self.moods if isinstance(self.moods, list) else [Mood(name=name, shows=shows) for name, shows in self.moods.items()]
        settle(self.customers, self._moods, self.twists)
        return self

    @property
    def all_moods(self) -> list[Mood]:
        """The moods in the author's order, however they were written."""
        return self._moods

    @property
    def questions(self) -> list[str]:
        """What the author would have the two talk about, if anything."""
        return [text for text in self.debrief if text.strip()]

    @computed_field
    @property
    def comes(self) -> list[Dealt]:
        """Who may come, and in which moods."""
        return [Dealt(id=customer.id, moods=customer.may) for customer in self.customers]

    @computed_field
    @property
    def happens(self) -> list[str]:
        """The twists, by their ids."""
        return [twist.id for twist in self.twists]

    @computed_field
    @property
    def watched(self) -> int:
        """How many points are rated."""
        return len(self.watch)

    @property
    def minutes(self) -> float:
        return GAME

    def headline(self) -> str:
        return self.title

    def suggest_id(self) -> str:
        return self.title

    def follow(self, source: Block) -> Iterator[Fault]:
        """Who comes in which moods is told by the source, whose names for them a translation need not repeat."""
        for own, original in zip(self.customers, cast(Encounter, source).customers, strict=False):
            own.allow(original.may)
        yield from ()

    def faults(self) -> Iterator[Fault]:
        yield from unfit_customers(self.customers, self._moods)
        yield from unfit_moods(self._moods, self.customers, keyed=isinstance(self.moods, dict))
        yield from unfit_twists(self.twists)
        yield from unfit_points(self.watch)
        for number, text in enumerate(self.debrief):
            if not text.strip():
                yield Fault("empty-question", "This question has no text.", "Write it, or remove it.", ("debrief", number))

    def print_size(self, dealt: tuple[str, Customer | Mood | Twist], side: str) -> str:
        """Return in what size a side of a printed card fits: `full`, `small` or `smallest`."""
        _, card = dealt
        texts = {"front": [card.text, getattr(card, "errand", "")], "back": [getattr(card, "hidden", ""), getattr(card, "right", ""), getattr(card, "shows", "")]}[side]
        return fit(texts)

    def cards(self) -> list[tuple[str, Customer | Mood | Twist]]:
        """Return the printed deck, card by card, each with what it is."""
        return [*(("customer", one) for one in self.customers), *(("mood", one) for one in self._moods), *(("twist", one) for one in self.twists)]


Kind = Encounter
