"""The pair game: one plays a customer from a secret card, the other serves; then they swap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, ClassVar, cast

from pydantic import BaseModel, BeforeValidator, Field, PrivateAttr, computed_field, model_validator

from tuokio.blocks.block import Block, Fault
from tuokio.blocks.encounter.deck import Customer, Customers, Mood, Moods, Twist, Twists
from tuokio.blocks.question import clashes, letter_parts
from tuokio.fields import Prose, Texts, list_words
from tuokio.finding import Severity, did_you_mean

GAME = 10  # minutes for two people to play both turns
WITHIN = 6
"""Nobody comes twice within so many cards, if there are as many."""
MOST_POINTS = 6
SMALL_PRINT = 300
"""Signs of a side of a card beyond which it is printed smaller."""
LONG_FRONT, LONG_BACK = 260, 520
"""Signs beyond which a side of a card is no longer taken in at a glance, nor printed in a size to be read."""


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
    watch: Annotated[list[str], BeforeValidator(list_words)] = Field(min_length=1, max_length=12, exclude=True)
    """What both look at and rate, as something that can be seen: `[Greeted first, Was right in the matter]`. Three to five."""
    debrief: Texts = Field(default=[], max_length=6)
    """What the two talk about at the end. Left out, three questions that suit any encounter."""

    _moods: list[Mood] = PrivateAttr()
    _ids: dict[str, str] = PrivateAttr()
    """Their ids by their names, written small."""

    @model_validator(mode="after")
    def _settle(self) -> Encounter:
        self._moods = self.moods if isinstance(self.moods, list) else [Mood(name=name, shows=shows) for name, shows in self.moods.items()]
        for parts in (self.customers, self._moods, self.twists):
            letter_parts(parts)
        self._ids = {mood.name.casefold(): mood.id for mood in self._moods}
        for customer in self.customers:
            may = [self._ids.get(name.casefold()) for name in customer.moods]
            customer.settle([mood.id for mood in self._moods if not customer.moods or mood.id in may])
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
            own.settle(original.may)
        yield from ()

    def faults(self) -> Iterator[Fault]:
        yield from self._unfit_customers()
        yield from self._unfit_moods()
        yield from _renamed(clashes(self.twists, "twists", "twist"), "text")
        yield from self._unfit_points()
        for number, text in enumerate(self.debrief):
            if not text.strip():
                yield Fault("empty-question", "This question has no text.", "Write it, or remove it.", ("debrief", number))

    def _unfit_customers(self) -> Iterator[Fault]:
        yield from _renamed(clashes(self.customers, "customers", "customer"), "name")
        known = [mood.name for mood in self._moods]
        for number, customer in enumerate(self.customers):
            at = ("customers", number)
            for place, name in enumerate(customer.moods):
                if name.casefold() not in self._ids:
                    yield Fault("unknown-mood", f"There is no mood `{name}` here.", did_you_mean(name, known) or f"The moods are {_list(known)}. A new one is written under `moods` first.", (*at, "moods", place))
            if not customer.errand.strip():
                yield Fault("empty-errand", "This customer has no errand, so nobody can play them.", "Write what they want, and the facts they know.", (*at, "errand"))
            if not customer.hidden.strip():
                yield Fault("nothing-hidden", "Nothing is said of what is really behind this errand, so there is nothing to find out by asking.", "Add `hidden:` with what comes out if they are asked kindly.", at, Severity.HINT)
            if not customer.right.strip():
                yield Fault("unsaid-right", "It is not said what would be right here, so the two cannot tell whether kindness was enough.", "Add `right:` with what one has to know, say or do.", at, Severity.HINT)
            for key, length, longest in (("errand", len(customer.errand), LONG_FRONT), ("right" if customer.right else "hidden", len(customer.hidden) + len(customer.right), LONG_BACK)):
                if length > longest:
                    what = "The errand has" if key == "errand" else "`hidden` and `right` have together"
                    yield Fault("long-card", f"{what} {length} characters: too many to take in at a glance, and for a printed card.", f"Say it shorter, in {longest} at most.", (*at, key), Severity.HINT)
        if len(self.customers) < WITHIN:
            yield Fault("few-customers", f"With {len(self.customers)} customers the same one soon comes again.", f"Write {WITHIN} at least: then nobody comes twice within {WITHIN} cards.", ("customers",), Severity.HINT, key=True)

    def _unfit_moods(self) -> Iterator[Fault]:
        written = isinstance(self.moods, dict)
        for fault in _renamed(clashes(self._moods, "moods", "mood"), "name"):
            yield replace(fault, at=("moods", self._moods[int(fault.at[1])].name), key=True) if written else fault
        had = {id for customer in self.customers for id in customer.may}
        for number, mood in enumerate(self._moods):
            at = ("moods", mood.name) if written else ("moods", number)
            if not mood.shows.strip():
                yield Fault("empty-mood", "It is not said how this mood shows, so nobody can play it.", "Write what one does in it: `Looks at the clock and answers in single words.`", at if written else (*at, "shows"), key=written)
            if mood.id not in had:
                yield Fault("unused-mood", "No customer comes in this mood.", "Add it to the `moods` of a customer, or remove it.", at, Severity.WARNING, key=written)

    def _unfit_points(self) -> Iterator[Fault]:
        seen: dict[str, int] = {}
        for number, point in enumerate(self.watch):
            plain = point.casefold().strip(" .!?")
            if not plain:
                yield Fault("empty-point", "This point has no text.", "Write what is looked at, or remove it.", ("watch", number))
            elif plain in seen:
                yield Fault("identical-points", f"Points {seen[plain] + 1} and {number + 1} say the same.", "Change one of them, or remove it.", ("watch", number))
            seen.setdefault(plain, number)
        if len(self.watch) == 1:
            yield Fault("few-points", "With one point to watch there is little to compare.", "Write three to five, of which one is about being right and one about being kind.", ("watch",), Severity.WARNING, key=True)
        elif len(self.watch) > MOST_POINTS:
            yield Fault("many-points", f"Nobody can play and watch {len(self.watch)} points.", f"Leave the {MOST_POINTS} that matter most, or fewer.", ("watch",), Severity.WARNING, key=True)

    def is_long(self, card: Customer | Mood | Twist) -> bool:
        """Say whether a printed card needs smaller letters."""
        return isinstance(card, Customer) and max(len(card.errand), len(card.hidden) + len(card.right)) > SMALL_PRINT

    def cards(self) -> list[tuple[str, Customer | Mood | Twist]]:
        """Return the printed deck, card by card, each with what it is."""
        return [*(("customer", one) for one in self.customers), *(("mood", one) for one in self._moods), *(("twist", one) for one in self.twists)]


def _renamed(faults: Iterator[Fault], key: str) -> Iterator[Fault]:
    """Let faults in parts speak of the key under which these have their text."""
    for fault in faults:
        at = (*fault.at, key) if fault.id.startswith("empty-") else tuple(key if step == "text" else step for step in fault.at)
        yield replace(fault, at=at, message=fault.message.replace("say the same", "have the same name") if key == "name" else fault.message)


def _list(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


Kind = Encounter
