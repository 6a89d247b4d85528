"""A sheet for whoever leads a talk of the team about feedback."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, cast

from pydantic import BeforeValidator, Field, PrivateAttr
from pydantic_core import PydanticCustomError

from tuokio.blocks.block import Block, Fault
from tuokio.blocks.debrief.plan import Part, Plan, share_out
from tuokio.course import Contact
from tuokio.fields import Count, Prose, Texts
from tuokio.finding import Severity
from tuokio.prose import READING

if TYPE_CHECKING:
    from tuokio.course import Module

SHORTEST, LONGEST = 5, 120
ROOM = 420
"""Characters of a case that a card to cut out has room for."""


def _refuse_titled(value: Any) -> Any:
    """Refuse cases that a colon has made keys of."""
    for case in value if isinstance(value, list) else ():
        if isinstance(case, dict) and case:
            before, after = next(iter(case.items()))
            raise PydanticCustomError("colon-in-text", "{message}", {"message": "A text with a colon in it reads as a key.", "cure": f'Put the text in double quotes: - "{before}: {after}"'})
    return value


class Debrief(Block):
    """A printable sheet for a talk of the team about feedback: ground rules, cases to sort, a plan that keeps the time.

    Write the `cases` in a few sentences each. **Anonymise them:** no name, no date, no shift, and nothing by which
    the team would know who served; change what does not matter to the point. Take no case of the last week, and none whose
    person would be alone with it in the room. Cases print as cards to cut out.

    The team sorts what was said: what is *mine* to change, what is the *team's*, and what is the *process's* and goes on to
    its owner. Contacts of course.yaml stand on the sheet with their reply times. Rules, prompts, sorting and the plan
    have good defaults; write your own where yours are better. The minutes of a `plan` add up to `minutes`.

    Nothing is stored, on paper or on screen: what the team says stays in the room, but for what it decides to pass on.
    """

    fence: ClassVar[str] = "debrief"
    index: ClassVar[str] = "debrief"

    title: Prose
    """What the talk is about: `The queue on Saturday mornings`."""
    length: Count = Field(default=20, ge=SHORTEST, le=LONGEST, alias="minutes", exclude=True)
    """How long it takes, from 5 to 120 minutes."""
    rules: Texts = []
    """Ground rules, read aloud first. Left out, there are four."""
    cases: Annotated[Texts, BeforeValidator(_refuse_titled)] = Field(min_length=1, max_length=8)
    """What customers said or did, anonymously: one to eight."""
    buckets: Texts = []
    """What the cases are sorted into, two to four. Left out: me, the team, the process."""
    prompts: Texts = []
    """What the team is asked when all is sorted. Left out, there are three questions."""
    plan: Annotated[list[Part], Plan] = Field(default=[], max_length=10, exclude=True)
    """How the minutes are spent: `- [3, Welcome and ground rules]`. Left out, it is made of `minutes`."""

    _contacts: dict[str, Contact] = PrivateAttr(default={})

    @property
    def contacts(self) -> list[Contact]:
        """Who something can go on to."""
        return list(self._contacts.values())

    @property
    def parts(self) -> list[tuple[int, str]]:
        """The usual plan, where the author wrote none: minutes and phrases."""
        return [] if self.plan else share_out(self.length)

    @property
    def minutes(self) -> float:
        return sum(map(len, self.cases)) / READING

    def headline(self) -> str:
        return self.title

    def suggest_id(self) -> str:
        return self.title

    def faults(self) -> Iterator[Fault]:
        if self.plan and (takes := sum(part.minutes for part in self.plan)) != self.length:
            yield Fault("plan-does-not-add-up", f"The parts of this plan take {takes} minutes together, and the session {self.length}.", f"Change the parts, or write `minutes: {takes}`.", ("plan",))
        for key, noun in (("rules", "ground rule"), ("cases", "case"), ("buckets", "bucket"), ("prompts", "prompt")):
            seen: dict[str, int] = {}
            for number, text in enumerate(getattr(self, key)):
                plain = text.casefold().strip(" .!?")
                if not plain:
                    yield Fault("empty-entry", f"This {noun} says nothing.", f"Write the {noun}, or remove it.", (key, number))
                elif plain in seen:
                    yield Fault("identical-entries", f"{noun.capitalize()}s {seen[plain] + 1} and {number + 1} say the same.", "Change one of them, or remove it.", (key, number))
                seen.setdefault(plain, number)
        if self.buckets and not 2 <= len(self.buckets) <= 4:
            yield Fault("unfit-buckets", f"Cases are sorted into two to four buckets, and {'this is one' if len(self.buckets) == 1 else f'these are {len(self.buckets)}'}.", "Leave `buckets` out for me, the team and the process, or write two to four.", ("buckets",), Severity.WARNING)
        for number, case in enumerate(self.cases):
            if len(case) > ROOM:
                yield Fault("long-case", f"This case has {len(case)} characters, and a card has room for about {ROOM}.", "Leave what decides it: what was said, and what happened.", ("cases", number), Severity.WARNING)

    def follow(self, source: Block) -> Iterator[Fault]:
        """The minutes are the source's, in every language."""
        source = cast(Debrief, source)
        if self.length != source.length:
            yield Fault("translation-differs", f"The session takes {source.length} minutes in the source, which holds for every language.", "Remove it here: a translation repeats only text.", ("minutes",), Severity.WARNING)
            self.length = source.length
        if self.plan and not source.plan:
            yield Fault("not-in-source", "The source has no plan of its own, so this is left out.", "Remove it, or write one in the source first.", ("plan",), Severity.WARNING, key=True)
            self.plan = []
        for number, (own, theirs) in enumerate(zip(self.plan, source.plan, strict=False)):
            if own.minutes != theirs.minutes:
                yield Fault("translation-differs", f"This part takes {theirs.minutes} minutes in the source, which holds for every language.", f"Write `[{theirs.minutes}, {own.text}]`.", ("plan", number), Severity.WARNING)
                own.minutes = theirs.minutes

    def meet(self, module: Module) -> Iterator[Fault]:
        self._contacts = module.contacts
        return iter(())


Kind = Debrief
