"""What every block kind is: a fence in Markdown, read into a model, shown by a view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any, ClassVar, Protocol

from pydantic import Field, PrivateAttr

from tuokio.course import Attachment, Module
from tuokio.fields import Allowed, Author, Id, Names
from tuokio.finding import Severity, Span

LETTERS = (*ascii_lowercase, *(one + two for one in ascii_lowercase for two in ascii_lowercase))
"""Ids of parts that have none of their own, in their order."""
NO_KEYS: set[str] = set()
"""Stands where pydantic keeps which keys were written: nobody asks, and a course has tens of thousands of parts."""


@dataclass(frozen=True)
class Fault:
    """A fault that a model sees in itself, before anyone has looked up where it stands.

    `at` is the path inside the block, such as `("options", 2, "text")`.
    """

    id: str
    message: str
    cure: str
    at: tuple[str | int, ...] = ()
    severity: Severity = Severity.ERROR
    key: bool = False
    """Whether the fault is in the key and not in its value."""


class Place(Protocol):
    """Where a block stands in its file."""

    language: str
    """The language of the file."""
    last_line: int
    """The line on which its fence closes."""
    borrowed: frozenset[str]
    """Texts of a translated block that are still the source's."""

    def span(self, path: tuple[str | int, ...] = ()) -> Span:
        """Return the place of the value under `path` inside the block."""


class Block(Author):
    """One fence. Subclasses add the author's keys, each with a docstring for the manual."""

    fence: ClassVar[str]
    """The word after the three backticks."""
    active: ClassVar[bool] = True
    """Whether it asks its learner to do something; else it is only read, heard or looked at."""
    key: ClassVar[str] = ""
    """The key that tells this kind from others behind the same fence."""
    shape: ClassVar[str] = ""
    """How an author recognises this kind, in a few words for messages."""
    spoken: ClassVar[frozenset[str]] = frozenset()
    """Keys of the data that belong to a language, such as the words that are accepted. A translation gives its own, whole."""
    template: ClassVar[str] = ""
    """The file among the kinds that shows it; left out, its kind's `view.html`."""
    index: ClassVar[str] = ""
    """The course's index in which it is listed, such as `rules`; its view then has a macro `entry`."""
    sequence: ClassVar[bool] = False
    """The order in which its parts are written is what it asks for; else it means nothing, and may change without anything else changing."""
    wordless: ClassVar[frozenset[str]] = frozenset()
    """Keys whose texts are the same in every language, such as a file, a tag or a name from elsewhere: nobody translates them."""
    worded: ClassVar[frozenset[str]] = frozenset()
    """Keys under which texts are written as keys, `match: {left: right}`: in a translation they pair by position."""

    id: Id | None = Field(default=None, exclude=True)
    """Names this block in learners' records; unique in the course and never changed."""
    replaces: Names = Field(default_factory=list, exclude=True)  # a default would be copied deep, for every block
    """The id of a block that this one took the place of, or a list of them: what learners did there counts here."""

    allow: Allowed = Field(default_factory=dict, exclude=True)
    """Findings that are not told of this block, in any language, each with the reason: `{long-sentence: The customer's own words.}`"""

    __eq__, __hash__ = object.__eq__, object.__hash__  # two blocks with the same words are still two

    _place: Place = PrivateAttr()
    _source: Block | None = PrivateAttr(default=None)
    _named: bool = PrivateAttr(default=False)

    def stand(self, place: Place, source: Block | None = None, *, named: bool) -> None:
        """Remember where the block stands, what it is a translation of, and whether its author gave it an id there."""
        self.__pydantic_private__.update(_place=place, _source=source, _named=named)  # type: ignore[union-attr]  # past pydantic, which takes twenty times as long, here and below
        object.__setattr__(self, "__pydantic_fields_set__", NO_KEYS)

    def span(self, *path: str | int) -> Span:
        """Return the place of the block, or of the value under `path` inside it."""
        return self.place.span(path)

    @property
    def place(self) -> Place:
        """Where the block stands."""
        return self.__pydantic_private__["_place"]  # type: ignore[index]

    @property
    def source(self) -> Block | None:
        """The block this is a translation of."""
        return self.__pydantic_private__["_source"]  # type: ignore[index]

    @property
    def named(self) -> bool:
        """Whether its author gave it an id; else its id is provisional and may change from build to build."""
        return self.__pydantic_private__["_named"]  # type: ignore[index]

    @property
    def minutes(self) -> float:
        """How long it takes, in minutes, as measured."""
        return 0

    @property
    def language(self) -> str:
        """The language its texts are in."""
        return self.place.language

    @property
    def attachment(self) -> Attachment | None:
        """What reading found in the file it names."""
        return None

    @classmethod
    def kind(cls) -> str:
        """The folder's name."""
        return cls.__module__.split(".")[-2]

    @classmethod
    def fits(cls, data: dict[str, Any]) -> bool:
        """Say whether this kind is meant, among those that share its key."""
        return True

    def headline(self) -> str:
        """Return the text under which an index lists it."""
        return self.suggest_id()

    def suggest_id(self) -> str:
        """Return a text to make an id of when the author gave none."""
        return self.kind()

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with the meaning of the block; its shape was checked already."""
        return iter(())

    def follow(self, source: Block) -> Iterator[Fault]:
        """Take over from the block this translates what its texts tell, such as which of them are the same; yield where they tell otherwise."""
        return iter(())

    def inherit(self, *, confidence: bool | None) -> None:
        """Take over what the module or the course says of all its blocks; None where neither does."""

    def meet(self, module: Module) -> Iterator[Fault]:
        """Take what it needs of the module it stands in, once that is read: its other blocks, its changes. Yield what is wrong with them together."""
        return iter(())

    def written(self) -> dict[str, Any]:
        """Return what its author wrote, by its keys, in one form if there are several ways to write it."""
        values = self.__dict__
        return {name: values.get(name) for name in type(self).model_fields}

    def choices(self) -> dict[str, str]:
        """Return the words of what an answer names, by its id: of options, gaps, cases. An id that gets another's words would turn recorded answers into others."""
        return {}

    def about(self) -> dict[str, Any]:
        """Return what the player must know of the block that changes nothing in how it is answered, such as its objective."""
        return {}

    def mistranslations(self, source: Any, borrowed: frozenset[str]) -> Iterator[Fault]:
        """Yield what keeps this from being a translation of `source`, which is then shown instead; a hint keeps nothing.

        `borrowed` are the texts that are still the source's. Differences in `data()` are found without this.
        """
        return iter(())

    def data(self) -> dict[str, Any]:
        """Return what the browser decides by in every language."""
        return self.model_dump(mode="json", exclude_none=True, exclude=set(self.spoken) or None)

    def wording(self) -> dict[str, Any]:
        """Return what the browser decides by in the language of the texts: what is compared with what is typed."""
        return self.model_dump(mode="json", exclude_none=True, include=set(self.spoken)) if self.spoken else {}
