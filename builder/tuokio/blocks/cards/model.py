"""A deck of cards to learn by heart: products, phrases, terms."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2s
from typing import ClassVar, NamedTuple, cast

from pydantic import Field, PrivateAttr, model_validator

from tuokio.blocks.block import NO_KEYS, Block, Fault
from tuokio.blocks.cards.card import LONGEST_ID, Ask, Card, Deck, Face
from tuokio.blocks.cutting import MOST, fit
from tuokio.blocks.made import Made, MadeChoice, Maker
from tuokio.blocks.parts import Option
from tuokio.blocks.question import Verdicts
from tuokio.course import ANSWERING
from tuokio.fields import Count, Number, Prose, make_id, make_unique
from tuokio.finding import Severity
from tuokio.prose import READING

RIVALS = 3
"""Wrong options beside the right one, at most."""


LABEL, PICTURE = " " * 15, " " * 200
"""The room that the name of a key takes on a printed card, and a picture."""


class Pick(MadeChoice):
    """A question a deck makes: which card is meant?"""

    template: ClassVar[str] = "cards/pick.html"

    ask: Ask = Field(exclude=True)
    noun: str = Field(exclude=True)


class Recall(Made):
    """A question a deck makes: what is on the back? Whoever answers turns the card and judges."""

    template: ClassVar[str] = "cards/recall.html"
    gradable: ClassVar[bool] = False

    card: Card = Field(exclude=True)
    noun: str = Field(exclude=True)


class Planned(NamedTuple):
    """A question to be made, by places in the deck, so that it is the same in every language."""

    card: int
    noun: str
    ask: Ask
    options: list[int]


class Cards(Maker):
    """Cards to know by heart, with a front and a back: products, phrases, terms.

    Its keys tell what a card is. `front` and `back` make a plain one. With `benefit`, `for`, `not_for`
    or `facts` it is a **product**: what it is, what the customer gains, whom it suits and whom it does
    not. `situation` and `phrase` (and `why` it works) make a **phrase** card, `term` and `means` a
    **term** card. Keep one sort to a deck: the cards are one another's wrong answers.

    Learners turn the cards one at a time, or see them all; products stand in a table to compare, with
    a column for each of the `facts` they share. On paper all is in view.

    From the cards the step asks `draw` questions (3 if left out), and review asks the others later. A
    question shows one key and asks which card it is of: a benefit, whom it suits, a situation, a
    meaning. Another shows the front: the learner says the back in their own words, turns the card and
    judges whether they knew it. So what you write under one key should fit one card only; where two
    say the same word for word, they are never set against each other.

    Give every card an `id`. Learners' records name it, and a card whose id changes is a new card to
    them. In a translation repeat the ids, or keep the order; facts pair by position.

    **Score:** choosing gives 1 or 0; of what one judges oneself, knowing it gives 1, almost 0.5, not yet
    0, and it weighs nothing. All of it is practice, so `points` is 0 unless you write another number.
    """

    fence: ClassVar[str] = "cards"
    index: ClassVar[str] = "cards"
    wordless: ClassVar[frozenset[str]] = frozenset({"image"})
    worded: ClassVar[frozenset[str]] = frozenset({"cards.facts"})

    title: Prose = ""
    """What the deck is about; shown above it."""
    cards: Deck
    """The cards, each after a hyphen."""
    draw: Count = Field(default=3, ge=0, le=100)
    """How many questions the step asks, others at each attempt; 0 leaves them all to review."""
    points: Number = Field(default=0, ge=0, le=1000)
    """What they weigh together in the course's score. Left out: nothing, since it is practice."""

    _unnamed: list[int] = PrivateAttr(default=[])
    _plan: list[Planned] = PrivateAttr(default=[])

    @model_validator(mode="after")
    def _name_cards(self) -> Cards:
        taken = {card.id for card in self.cards}
        self._unnamed = [number for number, card in enumerate(self.cards) if not card.id]
        for card in self.cards:
            object.__setattr__(card, "__pydantic_fields_set__", NO_KEYS)
            if not card.id:
                card.id = make_unique(make_id(card.front_text, "card", longest=LONGEST_ID - 4), taken)
                taken.add(card.id)
        return self

    @property
    def sells(self) -> bool:
        """Whether it is a deck of products."""
        return any(card.sells for card in self.cards)

    @property
    def compares(self) -> bool:
        """Whether its cards stand in a table."""
        return self.sells and len(self.cards) > 1 and all(isinstance(card, Face) for card in self.cards)

    @property
    def facts(self) -> list[str]:
        """The names of what can be compared, in the order they come."""
        return list(dict.fromkeys(name for card in self.cards if isinstance(card, Face) for name in card.facts))

    def has(self, key: str) -> bool:
        """Say whether any product says something under a key."""
        return any(card.text(key) for card in self.cards)

    def noun(self, card: Card) -> str:
        """Return what sort of card it is: product, plain, phrase or term."""
        return "plain" if isinstance(card, Face) and not self.sells else card.noun

    @property
    def minutes(self) -> float:
        written = sum(len(text) for card in self.cards for text in (card.front_text, *map(card.text, card.sides)))
        return written / READING + ANSWERING * min(self.draw, len(self.plan))

    @property
    def tall(self) -> bool:
        """Whether a card says too much for one of the usual size, cut out."""
        return any(sum(map(len, _list_printed(card, side))) > MOST for card in self.cards for side in ("front", "back"))

    def print_size(self, card: Card, side: str) -> str:
        """Return in what size a side of a printed card fits: `full`, `small` or `smallest`."""
        return fit(_list_printed(card, side), tall=self.tall)

    def headline(self) -> str:
        return self.title or ", ".join(card.front_text for card in self.cards[:3]) + (" …" if len(self.cards) > 3 else "")

    def suggest_id(self) -> str:
        return self.title or self.cards[0].front_text

    @property
    def plan(self) -> list[Planned]:
        """Which questions it makes: those of the source, in every language."""
        if self.source:
            return cast(Cards, self.source).plan
        self._plan = self._plan or self._make_plan()  # every pair of cards is looked at: once will do
        return self._plan

    def choices(self) -> dict[str, str]:
        return {card.id: repr(sorted((name, value) for name in type(card).model_fields if name != "id" and (value := getattr(card, name)))) for card in self.cards}

    def make(self) -> list[Made]:
        """Return its questions: cards in turn, each asked for in another way than the one before."""
        return [self._make(one) for one in self.plan]

    def _make_plan(self) -> list[Planned]:
        sells = self.sells
        asks = [[(ask, self._choose_rivals(number, ask)) for ask in card.asks(sells=sells)] for number, card in enumerate(self.cards)]
        useful = [[(ask, rivals) for ask, rivals in all if not ask.chosen or rivals] for all in asks]
        return [
            Planned(number, self.noun(self.cards[number]), *ways[(turn + number) % len(ways)])
            for turn in range(max(map(len, useful)))
            for number, ways in enumerate(useful)
            if turn < len(ways)
        ]

    def _choose_rivals(self, number: int, ask: Ask) -> list[int]:
        """Return the cards to choose among, the right one with some others that are wrong; none if no other is."""
        card = self.cards[number]
        cue, right = _plain(card.text(ask.shown)), _plain(card.text(ask.chosen)) if ask.chosen else ""
        if not cue or not right:
            return []
        salt = f"{card.id}/{ask.form}"
        rivals: dict[str, int] = {}
        for other in sorted(range(len(self.cards)), key=lambda other: _mix(f"{salt}/{self.cards[other].id}")):
            rival = self.cards[other]
            # What the same cue fits would be right too.
            if type(rival) is type(card) and _plain(rival.text(ask.shown)) != cue and (text := _plain(rival.text(ask.chosen))) not in ("", right):
                rivals.setdefault(text, other)
        chosen = [number, *rivals.values()][: RIVALS + 1]
        return sorted(chosen, key=lambda other: _mix(f"{self.cards[other].id}/{salt}")) if rivals else []

    def _make(self, planned: Planned) -> Made:
        card, ask, noun = self.cards[planned.card], planned.ask, planned.noun
        name = f"{card.id}.{ask.form}"
        if not ask.chosen:
            picture = {"image": card.image, "alt": card.alt} if isinstance(card, Face) else {}
            recall = Recall.of(self, name, question=card.front_text, card=card, noun=noun, points=0, shuffle=False, **picture)
            recall.confidence = None  # how sure one was is what one judges
            return recall
        options = [
            Option(id=other.id.replace("-", "_"), text=other.text(ask.chosen), correct=other is card, feedback="" if other is card else other.text(ask.shown))
            for other in (self.cards[number] for number in planned.options)
        ]
        more = "" if ask.shown == "back" or ask.chosen == "back" else card.text("back")
        return Pick.of(self, name, question=card.text(ask.shown), options=options, feedback=Verdicts(correct=more), explanation=card.text("why"), ask=ask, noun=noun)

    def follow(self, source: Block) -> Iterator[Fault]:
        """Take over the cards' ids, some of which are made of the source's texts; yield texts that are one only here."""
        source = cast(Cards, source)
        if len(source.cards) != len(self.cards):
            return
        for own, theirs in zip(self.cards, source.cards, strict=True):
            own.id = theirs.id
        for number, card in enumerate(self.cards):
            for key in (card.face, *card.sides):
                first = next((at for at in range(number) if type(self.cards[at]) is type(card) and _plain(self.cards[at].text(key)) == _plain(card.text(key)) != ""), None)
                if first is not None and _plain(source.cards[first].text(key)) != _plain(source.cards[number].text(key)):
                    yield Fault("translation-differs", f"In the source this is not what card {first + 1} says; here the two are the same.", "Word them differently.", ("cards", number, key), Severity.WARNING)

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        seen: dict[tuple[str, str], int] = {}
        ids: set[str] = set()
        for number, card in enumerate(self.cards):
            yield from self._bare(card, ("cards", number))
            if card.id in ids:
                yield Fault("duplicate-id", f"Two cards have the id `{card.id}`.", "Give each an id of its own.", ("cards", number, "id"))
            ids.add(card.id)
            front = (card.face, _plain(card.front_text))
            if front[1] and front in seen:
                yield Fault("identical-cards", f"Cards {seen[front] + 1} and {number + 1} have the same front, so nobody can tell which back is meant.", "Make one card of them, or word the fronts differently.", ("cards", number, card.face), Severity.WARNING)
            seen.setdefault(front, number)
        yield from self._unfit()

    def _bare(self, card: Card, at: tuple[str | int, ...]) -> Iterator[Fault]:
        """Yield what a card lacks."""
        if not card.front_text:
            yield Fault("card-without-front", "There is nothing on the front of this card.", f"Write `{card.face}:`, or remove the card.", (*at, card.face))
        if not any(map(card.text, card.sides)) and not (isinstance(card, Face) and card.facts):
            key = card.sides[0]
            yield Fault("card-without-back", "There is nothing on the back of this card.", f"Write `{key}:`, or remove the card.", at if isinstance(card, Face) else (*at, key))
        elif isinstance(card, Face) and self.sells and (missing := [key for key in ("for", "not_for") if not card.text(key)]):
            cure = f"Add {' and '.join(f'`{key}:`' for key in missing)}. Who knows whom a product does not suit sells what does, and it makes a question of its own."
            yield Fault("product-without-whom", f"This does not say whom the product {'suits' if 'for' in missing else 'does not suit'}.", cure, at, Severity.HINT)
        if isinstance(card, Face) and card.alt and not card.image:
            yield Fault("alt-without-image", "This describes a picture, but there is none.", "Add `image:`, or remove `alt`.", (*at, "alt"), Severity.WARNING)

    def _unfit(self) -> Iterator[Fault]:
        """Yield what the cards are not together."""
        sorts = list(dict.fromkeys(map(type, self.cards)))
        if len(sorts) > 1:
            other = next(number for number, card in enumerate(self.cards) if type(card) is sorts[1])
            yield Fault("mixed-cards", "The deck begins with another sort of card, and cards of two sorts cannot be told apart by choosing.", "Make a deck of its own for each sort.", ("cards", other), Severity.WARNING)
        if len(self.cards) == 1:
            yield Fault("lone-card", "With one card there is nothing to choose among, so only its back is asked for.", "Add cards that are easily taken for this one.", ("cards", 0), Severity.HINT)
        if self._unnamed:
            card = self.cards[self._unnamed[0]]
            yield Fault("card-without-id", f"Learners' records name a card by its id, and {len(self._unnamed)} here {'has' if len(self._unnamed) == 1 else 'have'} none: reworded, a card then counts as never met.", f"Give each an id that can stay: `id: {card.id}`.", ("cards", self._unnamed[0]), Severity.HINT)


def _list_printed(card: Card, side: str) -> list[str]:
    """Return what a side of a printed card holds; a picture takes as much room as many words."""
    if side == "front":
        return [card.front_text, PICTURE * bool(card.picture)]
    facts = [f"{name}: {fact}, " for name, fact in card.facts.items()] if isinstance(card, Face) else []
    return [*(card.text(key) + LABEL for key in (*card.sides, "why") if card.text(key)), *facts]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!?")


def _mix(text: str) -> bytes:
    """Return what to sort by for an order that tells nothing and is the same in every build."""
    return blake2s(text.encode()).digest()


Kind = Cards
