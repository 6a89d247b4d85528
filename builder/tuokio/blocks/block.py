"""What every block kind is: a fence in Markdown, read into a model, shown by a view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import Field, PrivateAttr

from tuokio.fields import Author, Id
from tuokio.finding import Severity, Span


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


class Block(Author):
    """One fence. Subclasses add the author's keys, each with a docstring for the manual."""

    fence: ClassVar[str]
    """The word after the three backticks."""
    key: ClassVar[str] = ""
    """The key that tells this kind from others behind the same fence."""
    shape: ClassVar[str] = ""
    """How an author recognises this kind, in a few words for messages."""

    id: Id | None = Field(default=None, exclude=True)
    """Names this block in learners' records; unique in the course and never changed."""

    _locate: Callable[..., Span] = PrivateAttr()
    _last_line: int = PrivateAttr(default=0)

    def place(self, locate: Callable[..., Span], last_line: int) -> None:
        """Remember where the block stands: `locate(path)` gives the place of a value inside it."""
        self._locate, self._last_line = locate, last_line

    def span(self, *path: str | int) -> Span:
        """Return the place of the block, or of the value under `path` inside it."""
        return self._locate(path)

    @property
    def last_line(self) -> int:
        """The line on which its fence closes."""
        return self._last_line

    @classmethod
    def kind(cls) -> str:
        """The folder's name."""
        return cls.__module__.split(".")[-2]

    @classmethod
    def fits(cls, data: dict[str, Any]) -> bool:
        """Say whether this kind is meant, among those that share its key."""
        return True

    def suggest_id(self) -> str:
        """Return a text to make an id of when the author gave none."""
        return self.kind()

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with the meaning of the block; its shape was checked already."""
        return iter(())

    def data(self) -> dict[str, Any]:
        """Return what the browser needs besides the HTML: no text, only what it decides by."""
        return self.model_dump(mode="json", exclude_none=True)
