"""A card: what is on its front and its back, and how it can be asked for."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from tuokio.blocks.parts import Pictured
from tuokio.fields import Author, Prose, make_id, matching

LONGEST_ID = 32
CardId = Annotated[str, matching(rf"^[a-z0-9][a-z0-9-]{{0,{LONGEST_ID - 1}}}$", "unusable-id", "cannot be the id of a card", f"Use small letters a–z, digits and hyphens, {LONGEST_ID} at most.")]


class Ask(NamedTuple):
    """A way to ask for a card: which key is shown, and whose texts are to choose among; nothing to choose means to recall."""

    shown: str
    chosen: str = ""

    @property
    def form(self) -> str:
        """The last part of the question's id."""
        return self.shown.replace("_", "-") if self.chosen else "recall"


class Card(Author):
    """What all cards have."""

    id: CardId = ""
    """Names the card in learners' records: `flat-white`. Give one: left out, it is made of the front, and a front that is reworded is then another card."""
    face: ClassVar[str]
    """The key of what stands on the front."""
    sides: ClassVar[tuple[str, ...]]
    """The keys of which at least one stands on the back."""
    noun: ClassVar[str]

    @property
    def front_text(self) -> str:
        """What stands on the front."""
        return self.text(self.face)

    def text(self, key: str) -> str:
        """Return the text an author wrote under a key; empty if there is none."""
        return getattr(self, "suits" if key == "for" else key, "").strip()

    @property
    def picture(self) -> str:
        """Its picture as Markdown, or nothing."""
        return ""

    @property
    def sells(self) -> bool:
        """Whether more is said of it than two sides, as of a product."""
        return False

    def asks(self, *, sells: bool) -> list[Ask]:
        """Return the ways to ask for it, those that recall it last; `sells` if its deck is one of products."""
        raise NotImplementedError


class Face(Pictured, Card):
    """A card with two sides, such as a product's."""

    face: ClassVar[str] = "front"
    sides: ClassVar[tuple[str, ...]] = ("back", "benefit", "for", "not_for")
    noun: ClassVar[str] = "product"

    front: Prose
    """A product's name, or whatever is asked for."""
    back: Prose = ""
    """A product's features, or what goes with the front."""
    benefit: Prose = ""
    """What the customer gains from it."""
    suits: Prose = Field(default="", alias="for")
    """Whom it suits."""
    not_for: Prose = ""
    """Whom it does not suit, and so what not to sell to them."""
    facts: dict[str, str] = Field(default={}, exclude=True)
    """What can be compared, under the same names on every card: `{Size: 2 dl, Price: "3,20 €"}`."""

    @property
    def sells(self) -> bool:
        return bool(self.benefit or self.suits or self.not_for or self.facts)

    def asks(self, *, sells: bool) -> list[Ask]:
        return [*(Ask(key, "front") for key in self.sides), *([] if sells else [Ask("front", "back")]), Ask("front")]


class Phrase(Card):
    """What one says in a situation."""

    face: ClassVar[str] = "situation"
    sides: ClassVar[tuple[str, ...]] = ("phrase",)
    noun: ClassVar[str] = "phrase"

    situation: Prose
    """When it is said."""
    phrase: Prose
    """What one could say, in words that one really says."""
    why: Prose = ""
    """When or why it works."""

    def asks(self, *, sells: bool) -> list[Ask]:
        return [Ask("situation", "phrase"), Ask("situation")]


class Term(Card):
    """A word and what it means."""

    face: ClassVar[str] = "term"
    sides: ClassVar[tuple[str, ...]] = ("means",)
    noun: ClassVar[str] = "term"

    term: Prose
    """The word."""
    means: Prose
    """What it means, without the word itself."""

    def asks(self, *, sells: bool) -> list[Ask]:
        return [Ask("means", "term"), Ask("term", "means"), Ask("term")]


def _tell_card(value: Any) -> str:
    """Tell a card by its keys: one of two sorts is of that of which it has most."""
    if not isinstance(value, dict):
        return type(value).__name__
    return max(Phrase, Term, Face, key=lambda sort: len(value.keys() & {sort.face, *sort.sides})).__name__


def _refuse_text(value: Any) -> Any:
    """Refuse a card that is one text."""
    if isinstance(value, str):
        raise PydanticCustomError("wrong-shape", "A card has two sides, and this is one text.", {"cure": f"Write its keys: `- {{id: {make_id(value, 'a', longest=LONGEST_ID)}, front: {value}, back: …}}`."})
    return value


def _refuse_keys(value: Any) -> Any:
    """Refuse cards that are written as keys, `latte: A glass of milk`."""
    if isinstance(value, dict):
        first, text = next(iter(value.items()), ("", ""))
        back = text if isinstance(text, str) else "…"
        raise PydanticCustomError("wrong-shape", "These are keys, and cards are a list.", {"cure": f"Write each card after a hyphen: `- {{id: {make_id(first, 'a')}, front: {first}, back: {back}}}`."})
    return value


AnyCard = Annotated[Annotated[Phrase, Tag("Phrase")] | Annotated[Term, Tag("Term")] | Annotated[Face, Tag("Face")], Discriminator(_tell_card), BeforeValidator(_refuse_text)]
Deck = Annotated[list[AnyCard], BeforeValidator(_refuse_keys), Field(min_length=1, max_length=200, exclude=True)]
"""Cards as their author wrote them."""
