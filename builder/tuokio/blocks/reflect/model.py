"""Something to write about in one's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field, computed_field, model_validator

from tuokio.blocks.block import Block, Fault
from tuokio.blocks.lines import Lines, parted
from tuokio.blocks.parts import clashes, letter_parts
from tuokio.fields import ONE_OR_MANY, Prose
from tuokio.finding import Severity

WRITING = 2  # minutes for a few sentences
TALKING = 2
MOST = 4
"""Prompts that somebody still answers on a phone."""


class Reflect(Block):
    """Something to write about in one's own words, for oneself: no marks, and no one else reads it.

    The learner writes first. Done with that, they see the `model_answer`, if you give one, beside their own and
    compare; nothing judges it. What is asked under `peer` comes after that, to talk about with a
    colleague if one likes to. Every time is an entry of its own, kept with its day on the learner's device.

    Ask about something they did or saw, in one question that two sentences can answer: `When did you last
    hear a customer sigh, and what did you do then?` `starters` help those who find it hard to begin.
    An answer that is right or wrong is better asked as a question.
    """

    fence: ClassVar[str] = "reflect"
    index: ClassVar[str] = "own"

    prompt: Prose
    """What to write about. With `prompts`, what they have in common."""
    prompts: Lines = Field(default=[], max_length=12, exclude=True)
    """Several short questions, each with a field of its own. Two or three are enough."""
    starters: Annotated[list[str], ONE_OR_MANY] = Field(default=[], max_length=8, exclude=True)
    """Beginnings to go on from: `[I noticed …, Next time I …]`."""
    model_answer: Prose = ""
    """What somebody who knows the work could have written. Seen only after one's own."""
    peer: Lines = Field(default=[], max_length=6, exclude=True)
    """What to ask a colleague afterwards, one or several: `[What did you see me do?, What would you have done?]`."""

    @model_validator(mode="after")
    def _letter(self) -> Reflect:
        letter_parts(self.prompts)
        letter_parts(self.peer)
        return self

    @computed_field
    @property
    def asks(self) -> list[str]:
        """The names of the fields that are written in."""
        return [prompt.id for prompt in self.prompts] or ["text"]

    @computed_field
    @property
    def follows(self) -> list[str]:
        """The names of the fields for what a colleague said."""
        return [f"peer-{one.id}" for one in self.peer]

    @property
    def minutes(self) -> float:
        return WRITING + (TALKING if self.peer else 0)

    def headline(self) -> str:
        return self.prompt

    def suggest_id(self) -> str:
        return self.prompt

    def faults(self) -> Iterator[Fault]:
        if not self.prompt.strip():
            yield Fault("empty-prompt", "Nothing says what to write about.", "Ask something in `prompt:` that two sentences can answer.", ("prompt",))
        yield from clashes(self.prompts, "prompts", "prompt")
        yield from clashes(self.peer, "peer", "prompt")
        for key, texts in (("prompts", [one.text for one in self.prompts]), ("starters", self.starters), ("peer", [one.text for one in self.peer])):
            yield from parted(texts, key)
        if len(self.prompts) == 1:
            yield Fault("one-prompt", "One question needs no list.", "Write it as `prompt:`, or add another.", ("prompts",), Severity.HINT, key=True)
        elif len(self.prompts) > MOST:
            yield Fault("many-prompts", f"Nobody answers {len(self.prompts)} questions on a phone.", f"Leave the {MOST} that matter most, or fewer.", ("prompts",), Severity.WARNING, key=True)
        for number, starter in enumerate(self.starters):
            if not starter.strip(" .…"):
                yield Fault("empty-starter", "This beginning has no words.", "Write a few words to go on from, or remove it.", ("starters", number))


Kind = Reflect
