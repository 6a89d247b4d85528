"""What a deck of encounters is made of: customers, moods and twists."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, PrivateAttr, Tag
from pydantic_core import PydanticCustomError

from tuokio.blocks.lines import Line, ListOfLines
from tuokio.blocks.parts import letter_parts
from tuokio.fields import Author, OptionId, Phrases, Prose


class Customer(Author):
    """Someone who comes in: who it is, what they come for, and what would be right for them."""

    id: OptionId = ""
    """Left out: a, b, c … in your order. Write one if you may add customers between others."""
    name: Prose
    """Who it is, by what one sees them do: `Someone in a hurry to a train`."""
    errand: Prose
    """What they want, and the facts they know: whoever plays them has nothing else to go by. Said to them: `You want …`"""
    hidden: Prose = ""
    """What is really behind it, which comes out if they are asked kindly: `The cake is for a guest who cannot eat nuts.`"""
    right: Prose = ""
    """What would be the right answer: what one has to know, say or do. Both see it when they have played."""
    moods: Phrases = Field(default=[], exclude=True)
    """The moods they may come in, by their names: `[restless, cheerful]`. Left out, any."""

    _may: list[str] = PrivateAttr(default_factory=list)

    @property
    def text(self) -> str:
        """Who it is."""
        return self.name

    @property
    def may(self) -> list[str]:
        """The ids of the moods they may come in."""
        return self._may

    def allow(self, may: list[str]) -> None:
        """Take over the ids of the moods they may come in."""
        self._may = may


class Mood(Author):
    """A mood: what it is called, and how it shows."""

    id: OptionId = ""
    """Left out: a, b, c … in your order."""
    name: Prose
    """What it is called: `annoyed`."""
    shows: Prose
    """What one does in it, so that it can be played: `Looks at the clock and answers in single words.`"""

    @property
    def text(self) -> str:
        """What it is called."""
        return self.name


class Twist(Line):
    """Something that happens meanwhile. A plain text will do."""


def _refuse_customers(value: Any) -> Any:
    """Refuse customers written as keys or as bare names."""
    if isinstance(value, dict) and value:
        name = value.get("name") or next(iter(value))
        raise PydanticCustomError("wrong-shape", "This reads as keys, and customers are a list.", {"cure": f"Write each customer after a hyphen: `- name: {name}`, and below it `errand: …`."})
    if isinstance(value, list) and (bare := next((one for one in value if isinstance(one, str)), None)):
        raise PydanticCustomError("wrong-shape", "Of this customer there is only a name, and nobody can play that.", {"cure": f"Write it as `- name: {bare}`, and below it `errand:` with what they want."})
    return value


def _refuse_names(value: Any) -> Any:
    """Refuse moods of which there are only names."""
    bare = [value] if isinstance(value, str) else value
    if isinstance(bare, list) and (name := next((one for one in bare if isinstance(one, str)), None)):
        raise PydanticCustomError("wrong-shape", "This does not say how the moods show, so nobody can play them.", {"cure": f"Write each on a line of its own, without a hyphen: `{name}: Looks at the clock and answers in single words.`"})
    if isinstance(bare, list) and bare and all(isinstance(one, dict) and len(one) == 1 for one in bare):
        name, shows = next(iter(bare[0].items()))
        raise PydanticCustomError("wrong-shape", "This reads as a list, and no entry of it has a key that is known here.", {"cure": f"Write the moods as lines without hyphens: `{name}: {shows}`."})
    return value


def _tell_form(value: Any) -> str:
    return "Mood" if isinstance(value, list) else "str"


Customers = Annotated[list[Customer], BeforeValidator(_refuse_customers)]
Moods = Annotated[Annotated[list[Mood], Tag("Mood"), Field(min_length=1, max_length=26)] | Annotated[dict[str, str], Tag("str"), Field(min_length=1, max_length=26)], Discriminator(_tell_form), BeforeValidator(_refuse_names)]
Twists = Annotated[list[Twist], ListOfLines]


def settle(customers: list[Customer], moods: list[Mood], twists: list[Twist]) -> None:
    """Give letters to what has no id, and customers the moods they name; those who name none, all."""
    for parts in (customers, moods, twists):
        letter_parts(parts)
    ids = {mood.name.casefold(): mood.id for mood in moods}
    for customer in customers:
        may = [ids.get(name.casefold()) for name in customer.moods]
        customer.allow([mood.id for mood in moods if not customer.moods or mood.id in may])
