"""A plan for one situation: if this happens, then I do that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field, PrivateAttr

from tuokio.blocks.block import Block, Fault
from tuokio.blocks.days import Days
from tuokio.blocks.lines import parted
from tuokio.course import Module
from tuokio.fields import ONE_OR_MANY, Prose
from tuokio.finding import Severity

PLANNING = 2  # minutes
WEEK = 7
LONGEST = 90
"""Characters of a suggestion that still fits a sentence said in one breath."""

Suggestions = Annotated[list[str], ONE_OR_MANY]


class Plan(Block):
    """A plan of one's own for a situation at work: if this happens, then I do that.

    The learner picks or writes both halves, a situation and an act, and reads them back as one sentence.
    After `ask_after` days they are asked whether it came up, and keep the plan, change it or let it go.
    Nobody else sees it, and nothing is counted.

    Write suggestions so that they go on from the words before them: in English “If …” and “then …”, so
    `the queue grows` and `I look up and greet the next one`. In Finnish “Jos …, niin …”; in Swedish “Om …, så …”,
    where `jag tittar upp` turns into “så tittar jag upp” by itself. Small letters, no full stop. A situation is something one
    can see or hear (`somebody sighs in the queue`), an act is something others could see (`I look up`), not a
    good intention (`I am friendlier`). One plan in a module is enough.
    """

    fence: ClassVar[str] = "plan"
    index: ClassVar[str] = "own"

    prompt: Prose = ""
    """What the plan is for: `A plan for the busiest hour.` Left out, a sentence that suits any."""
    when: Suggestions = Field(default=[], max_length=8, exclude=True)
    """Situations to pick: `[the queue grows, somebody sighs]`. A phrase with a comma goes in quotes."""
    then: Suggestions = Field(default=[], max_length=8, exclude=True)
    """Acts to pick: `[I look up and greet the next one]`."""
    ask_after: Days = Field(default=WEEK, ge=1, le=365)
    """How many days until it is asked whether the situation came up: `7 days`, `2 weeks` or `14`."""

    _about: str = PrivateAttr(default="")

    @property
    def minutes(self) -> float:
        return PLANNING

    def meet(self, module: Module) -> Iterator[Fault]:
        """Without a prompt, it is a plan about what its module is about."""
        self._about = module.title
        yield from ()

    def headline(self) -> str:
        return self.prompt or self._about or self.kind()

    def suggest_id(self) -> str:
        return self.prompt or (self.when[0] if self.when else self.kind())

    def faults(self) -> Iterator[Fault]:
        for key, noun in (("when", "situation"), ("then", "act")):
            yield from parted(getattr(self, key), key)
            seen: dict[str, int] = {}
            for number, text in enumerate(getattr(self, key)):
                plain = text.casefold().strip(" .!?…")
                at = (key, number)
                if not plain:
                    yield Fault("empty-suggestion", "This suggestion has no words.", f"Write a {noun}, or remove it.", at)
                elif plain in seen:
                    yield Fault("identical-suggestions", f"Suggestions {seen[plain] + 1} and {number + 1} say the same.", "Change one of them, or remove it.", at)
                elif len(text) > LONGEST:
                    yield Fault("long-suggestion", f"This suggestion has {len(text)} characters, and a plan is one sentence.", f"Say it in {LONGEST} at most.", at, Severity.HINT)
                seen.setdefault(plain, number)
        if bool(self.when) != bool(self.then):
            there, missing, noun = ("when", "then", "an act") if self.when else ("then", "when", "a situation")
            yield Fault("half-a-plan", f"There are suggestions for `{there}` and none for `{missing}`.", f"Add `{missing}:` with {noun} or two; many need an example to write their own.", (there,), Severity.HINT, key=True)


Kind = Plan
