"""A slip that takes what was heard at the counter to whoever can do something about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple, cast

from pydantic import BeforeValidator, Field, PrivateAttr, computed_field

from tuokio import words
from tuokio.blocks.block import LETTERS, Block, Fault
from tuokio.blocks.signal.topic import Topic, introduce, measure, refuse_bare_topics, refuse_two_owners
from tuokio.course import Contact
from tuokio.fields import Prose, Texts
from tuokio.finding import Severity, did_you_mean
from tuokio.prose import READING

if TYPE_CHECKING:
    from tuokio.course import Module

NOBODY = Contact("?", "", "?")  # stands where a fault was told, so that a page can be made


class Slip(NamedTuple):
    """A topic as it is shown: its letter, what it is called, and who owns it."""

    id: str
    text: str
    contact: Contact


class Signal(Block):
    """A slip for what staff hear or notice: who owns the matter, when they promise to answer, and what came back.

    Write under `topics` what it can be about, each with the one contact of course.yaml who owns it. A contact has
    a `name`, and `replies_in` with the time in which they answer; with a `mail` the slip becomes a mail draft,
    without one it is copied or printed. A learner chooses a topic, answers the `prompts` and sends the slip. Nothing is
    sent by itself. What was sent stays in a list on the device, with the day by which an answer is promised; learners note
    there what came back, or remind the owner.

    The list is worth what comes back. Ask the owners first whether they can keep the time, and let them answer also when
    the answer is no.

    `replies_in` may say working days, days, weeks or hours; the list then reckons the day. Of other words, such as
    `after the Monday meeting`, it shows the words, and asks after a week.

    In another language write the topics in the same order, with the same contacts.
    """

    fence: ClassVar[str] = "signal"
    index: ClassVar[str] = "own"
    wordless: ClassVar[frozenset[str]] = frozenset({"topics"})
    worded: ClassVar[frozenset[str]] = frozenset({"topics"})

    title: Prose = ""
    """Stands above the slip. Left out, there is a plain one."""
    topics: Annotated[dict[str, Annotated[str, BeforeValidator(refuse_two_owners)]], BeforeValidator(refuse_bare_topics)] = Field(min_length=1, max_length=20, exclude=True)
    """What it can be about, each with the contact who owns it: `Quality of coffee: products`."""
    prompts: Texts = Field(default=[], max_length=12)
    """What a slip asks, three at best: `[What happened?, What would help?]`. Left out, it asks what happened, what the customer said and what would help."""

    _contacts: dict[str, Contact] = PrivateAttr(default={})
    _owners: list[Topic] = PrivateAttr(default=[])

    @computed_field
    @property
    def owners(self) -> list[Topic]:
        """Whose each topic is, in the author's order. The days are read of the source's words, and hold for every language."""
        return self._owners or [measure(letter, owner, self._contacts.get(owner)) for letter, owner in zip(LETTERS, self.topics.values(), strict=False)]

    @property
    def slips(self) -> list[Slip]:
        """The topics in their order."""
        return [Slip(letter, text, self._contacts.get(owner, NOBODY)) for letter, (text, owner) in zip(LETTERS, self.topics.items(), strict=False)]

    @property
    def minutes(self) -> float:
        return sum(map(len, (*self.topics, *self.prompts))) / READING

    def headline(self) -> str:
        return self.title or words.phrases(self.language, "blocks/signal").say("signal-title")

    def suggest_id(self) -> str:
        return self.title or next(iter(self.topics))

    def faults(self) -> Iterator[Fault]:
        seen: dict[str, str] = {}
        for topic in self.topics:
            plain = topic.casefold().strip(" .!?")
            if not plain:
                yield Fault("empty-topic", "This topic has no name, so nobody can choose it.", "Write what it is about before the colon.", ("topics", topic), key=True)
            elif plain in seen:
                yield Fault("identical-topics", f"`{seen[plain]}` and `{topic}` are the same topic.", "Remove one of them, or say in both what tells them apart.", ("topics", topic), key=True)
            seen.setdefault(plain, topic)
        for number, prompt in enumerate(self.prompts):
            if not prompt.strip():
                yield Fault("empty-prompt", "This prompt asks nothing.", "Write a question, or remove it.", ("prompts", number))
        if len(self.prompts) > 6:
            yield Fault("too-many-prompts", f"A slip of {len(self.prompts)} questions is not filled in between two customers.", "Leave the three that its owner needs.", ("prompts",), Severity.WARNING)

    def follow(self, source: Block) -> Iterator[Fault]:
        theirs, known, self._owners = cast(Signal, source).topics, cast(Signal, source)._contacts, cast(Signal, source).owners
        wrong = [(topic, right) for (topic, owner), right in zip(self.topics.items(), theirs.values(), strict=False) if owner != right]
        if wrong and sorted(self.topics.values()) == sorted(theirs.values()):
            cure = f"Write them in its order, in which their contacts are {', '.join(f'`{owner}`' for owner in theirs.values())}."
            yield Fault("translation-differs", "From here on the topics are not in the order of the source, by which they are paired.", cure, ("topics", wrong[0][0]), Severity.WARNING, key=True)
            wrong = []
        for topic, right in wrong:
            if not known or right in known:
                yield Fault("translation-differs", f"This topic goes to `{right}` in the source, which holds for every language.", f"Write `{right}`.", ("topics", topic), Severity.WARNING)
        self.topics = dict(zip(self.topics, theirs.values(), strict=False))

    def meet(self, module: Module) -> Iterator[Fault]:
        self._contacts = known = module.contacts
        if not known:
            yield Fault("no-contacts", "The course says nowhere who answers for what.", introduce(next(iter(self.topics.values()))), ("topics",))
            return
        names = {said.casefold(): id for id, contact in known.items() for said in (contact.name, contact.mail) if said}
        for topic, owner in self.topics.items():
            text, _, last = owner.rpartition(": ")
            if text and last in known:
                yield Fault("colon-in-text", "The topic ends at its first colon, and what comes after it is no contact.", f'Put the whole topic in double quotes: `"{topic}: {text}": {last}`.', ("topics", topic))
            elif owner not in known:
                near = names.get(owner.casefold())
                cure = f"Did you mean `{near}`?" if near else did_you_mean(owner, known)
                yield Fault("unknown-contact", f"`{owner}` is not among the course's contacts, so nobody would get this.", cure or introduce(owner), ("topics", topic))


Kind = Signal
