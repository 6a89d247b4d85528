"""Things to tick off before something begins, for today only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field, computed_field, model_validator

from tuokio.blocks.block import Block, Fault
from tuokio.blocks.lines import Line, ListOfLines, parted
from tuokio.blocks.parts import clashes, letter_parts
from tuokio.fields import Prose
from tuokio.finding import Severity

MOST = 12
"""What is still gone through before a shift, and fits a card in a pocket."""
CHECKING = 1  # minute


class Item(Line):
    """One thing to tick off. A plain text will do."""

    why: Prose = ""
    """Why it matters, in a few words: `A customer looks at hands first.`"""


class Checklist(Block):
    """A private list to tick off before a shift, a call or a delivery.

    Ticks hold for today, by the calendar of the learner's device; tomorrow the list is empty again, and
    nobody is told what was left. It prints as a card for the pocket. Write what one can check in a moment
    and do something about: `The till has change`, `My name badge is on`. Of appearance only what the work
    needs, such as hygiene, safety and what the role wears; nothing of bodies.
    """

    fence: ClassVar[str] = "checklist"

    title: Prose
    """What it is a list of: `Ready for the counter`."""
    occasion: Prose = Field(default="", alias="for")
    """When it is gone through: `before a shift`."""
    items: Annotated[list[Item], ListOfLines] = Field(min_length=1, max_length=30, exclude=True)
    """What to tick off: texts, or `text` with `why` and an `id`."""

    @model_validator(mode="after")
    def _letter(self) -> Checklist:
        letter_parts(self.items)
        return self

    @computed_field
    @property
    def ticks(self) -> list[str]:
        """The items, by their ids."""
        return [item.id for item in self.items]

    @property
    def minutes(self) -> float:
        return CHECKING

    def headline(self) -> str:
        return self.title

    def suggest_id(self) -> str:
        return self.title

    def faults(self) -> Iterator[Fault]:
        if not self.title.strip():
            yield Fault("empty-checklist", "Nothing says what this is a list of.", "Write a `title`, such as `Ready for the counter`.", ("title",))
        yield from clashes(self.items, "items", "item")
        yield from parted([item.text for item in self.items], "items")
        if len(self.items) > MOST:
            yield Fault("long-checklist", f"Nobody goes through {len(self.items)} things before they begin.", f"Leave the {MOST} that matter most, or make two lists.", ("items",), Severity.WARNING, key=True)


Kind = Checklist
