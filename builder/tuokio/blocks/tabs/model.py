"""Texts side by side, one shown at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from tuokio.blocks.block import Block, Fault
from tuokio.fields import Author, Prose
from tuokio.finding import Severity
from tuokio.prose import READING


class Tab(Author):
    """One of the texts, and what it is called."""

    title: Prose
    """A word or two, which a thumb can find: `By card`."""
    text: Prose
    """Markdown, with lists and pictures as elsewhere."""


def _refuse_pairs(value: Any) -> Any:
    if isinstance(value, dict) and value:
        raise PydanticCustomError("wrong-shape", "This reads as one tab, and no key of it is known here.", {"cure": f"Write each tab as two lines, `- title: {next(iter(value))}` and below it `text: …`."})
    return value


class Tabs(Block):
    """Texts of which one is shown at a time, chosen by its title.

    They fit where a reader needs one of several, and knows which: ways to pay, kinds of milk, models of a
    machine. What should be read from beginning to end, or compared, is better one below the other. On
    paper all of them are. Short titles stand side by side on a phone too; long ones go to lines of their own.
    """

    fence: ClassVar[str] = "tabs"
    active: ClassVar[bool] = False

    tabs: Annotated[list[Tab], BeforeValidator(_refuse_pairs)] = Field(min_length=1, max_length=12, exclude=True)
    """Each with a `title` and its `text`."""

    @property
    def minutes(self) -> float:
        return sum(len(tab.text) for tab in self.tabs) / READING

    def suggest_id(self) -> str:
        return self.tabs[0].title

    def faults(self) -> Iterator[Fault]:
        if len(self.tabs) == 1:
            yield Fault("one-tab", "With one tab there is nothing to choose.", "Add another, or write it as plain text or a `details` block.", ("tabs",), Severity.WARNING)
        seen: dict[str, int] = {}
        for number, tab in enumerate(self.tabs):
            plain = tab.title.casefold().strip(" .!?")
            if not plain:
                yield Fault("empty-tab", "This tab has no title, so nobody can choose it.", "Write what is in it.", ("tabs", number, "title"))
            elif plain in seen:
                yield Fault("identical-tabs", f"Tabs {seen[plain] + 1} and {number + 1} have the same title.", "Say in the titles what tells them apart.", ("tabs", number, "title"))
            if not tab.text.strip():
                yield Fault("empty-tab", "This tab has no text.", "Write its text, or remove the tab.", ("tabs", number, "text"))
            seen.setdefault(plain, number)


Kind = Tabs
