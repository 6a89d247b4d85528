"""A private mirror: statements one places oneself on, now and again later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, cast

from pydantic import BaseModel, BeforeValidator, Discriminator, Field, Tag, computed_field
from pydantic_core import PydanticCustomError

from tuokio.blocks.block import LETTERS, Block, Fault
from tuokio.blocks.days import Days
from tuokio.course import ANSWERING
from tuokio.fields import ONE_OR_MANY, Author, Id, Names, Prose, make_id
from tuokio.finding import Severity, did_you_mean
from tuokio.prose import READING

PLACING = ANSWERING / 4  # minutes a statement
STEPS = 5  # of the labels in words.yaml


def _refuse_texts(value: Any) -> Any:
    """Refuse statements written as one text, and ids written after hyphens."""
    if isinstance(value, str):
        raise PydanticCustomError("wrong-shape", "This reads as one text, and nobody can place oneself on several statements at once.", {"cure": "Write each on a line of its own below `statements:`, with an id of its own: `calm: I stay calm when a customer gets angry.`"})
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        first = value[0]
        example = f"{first.get('id', 'calm')}: {first['text']}" if isinstance(first.get("text"), str) else ": ".join(map(str, next(iter(first.items()), ("calm", "…"))))
        raise PydanticCustomError("wrong-shape", "Statements with ids are lines of their own, and this reads as a list.", {"cure": f"Write each without a hyphen: `{example}`."})
    return value


def _refuse_list(value: Any) -> Any:
    if isinstance(value, list) and value:
        name = value[0].get("name") if isinstance(value[0], dict) else value[0]
        raise PydanticCustomError("wrong-shape", "`profiles` is made of ids, each with its keys, and this is a list.", {"cure": f"Write an id and a colon in place of each hyphen: `{make_id(str(name or ''), 'listening')}:`, and below it `name:`, `of:` and `text:`."})
    return value


Statements = Annotated[
    Annotated[list[str], Tag("list")] | Annotated[dict[Id, str], Tag("dict")],
    Discriminator(lambda value: "list" if isinstance(value, list) else "dict"),
    Field(min_length=2, max_length=24, exclude=True),
    BeforeValidator(_refuse_texts),
]


class Profile(Author):
    """A strength, and which statements speak for it."""

    name: Prose
    """What it is called, as something one does: `Listening first`. Never a sort of person."""
    of: Names = Field(min_length=1)
    """The statements that speak for it, by their ids: `[calm, wait]`."""
    text: Prose = ""
    """What it gives others, and what to watch: `People feel heard. Say aloud at times what you are doing.`"""


class Speaks(BaseModel):
    """A strength, and the statements that speak for it, by ids."""

    id: str
    of: list[str]


class Scale(Block):
    """A private mirror: statements on which learners place themselves, for nobody but themselves.

    Write the `statements` one on a line, `id: text`. Whoever reads them chooses for each how well it fits, may leave any
    out, and sees then where they stand. With `again` the same is asked once more after so many days, without showing what
    was chosen before; then the two stand side by side. Nothing of this is scored or exported, and learners can delete it for good.

    Write statements about **acts one can choose**: `I ask before I offer`, not `I am a good seller`. They are about work, and
    never about health, nature or worth. There is **no right answer**: if one end is plainly what a boss wants to
    read, it is a test and gets a test's answers. Four to eight are enough. An even number of `labels` leaves no middle.

    `profiles` name strengths. Shown are those whose statements fit best, by their average, with others that are nearly as strong. Let each say what
    it gives others **and** what to watch, and write them so that every one is a good way to work: quiet and lively, quick and careful. Name
    what one does (`Listening first`), not a sort of person (`The Listener`): a label sticks, a way of acting can be chosen.

    Keep the ids: what was placed before is found by them, and a new id is a new statement. A plain list of statements works too, if you
    never change its order. In another language write the texts under the same ids, and the labels in the same order.
    """

    fence: ClassVar[str] = "scale"
    index: ClassVar[str] = "own"

    title: Prose = ""
    """What it is about, as a question to oneself: `How do I meet people?`"""
    intro: Prose = ""
    """A sentence or two before the statements: `Think of your latest shift.`"""
    statements: Statements
    """`id: text`, line by line; or a list of texts."""
    labels: Annotated[list[str], ONE_OR_MANY, Field(exclude=True)] = []
    """Two to seven answers from least to most: `[never, sometimes, often, always]`. Left out: five from *not at all like me* to *very much like me*."""
    again: Days | None = Field(default=None, ge=1, le=400)
    """After how many days it is asked again: `7 days`, `2 weeks` or `14`. Left out, learners do so when they like."""
    profiles: Annotated[dict[Id, Profile], BeforeValidator(_refuse_list)] = Field(default={}, max_length=12, exclude=True)
    """Strengths by ids, each with `name`, `of` and `text`."""

    @property
    def all_statements(self) -> dict[str, str]:
        """The statements by their ids, however they were written."""
        return self.statements if isinstance(self.statements, dict) else dict(zip(LETTERS, self.statements, strict=False))

    @computed_field
    @property
    def asked(self) -> list[str]:
        """The statements, by their ids."""
        return [*self.all_statements]

    @computed_field
    @property
    def steps(self) -> int:
        """How many labels there are."""
        return len(self.labels) or STEPS

    @computed_field
    @property
    def strengths(self) -> list[Speaks]:
        """The profiles, and what speaks for each."""
        return [Speaks(id=id, of=profile.of) for id, profile in self.profiles.items()]

    @property
    def minutes(self) -> float:
        return (len(self.intro) + sum(map(len, self.all_statements.values()))) / READING + PLACING * len(self.statements)

    def headline(self) -> str:
        return self.title or next(iter(self.all_statements.values()))

    def suggest_id(self) -> str:
        return self.headline()

    def speaks_for(self, profile: Profile) -> list[int]:
        """Return by their numbers, from 1, the statements that speak for a strength."""
        return [number for number, id in enumerate(self.asked, 1) if id in profile.of]

    def follow(self, source: Block) -> Iterator[Fault]:
        source = cast(Scale, source)
        if isinstance(self.statements, dict) and isinstance(source.statements, dict):
            for id in self.statements.keys() - source.statements.keys():
                cure = did_you_mean(id, source.asked) or f"Its statements are {', '.join(f'`{one}`' for one in source.asked)}."
                yield Fault("not-in-source", f"The source has no statement `{id}`, so it is left out.", cure, ("statements", id), Severity.WARNING, key=True)
            self.statements = {id: self.statements[id] for id in source.asked}
        if len(self.labels) != len(source.labels):
            yield Fault("translation-differs", f"The source has {source.steps} labels{'' if source.labels else ', the usual ones,'} and here are {len(self.labels)}.", "Write as many, in its order." if source.labels else "Leave `labels` out, or write them in the source too.", ("labels",), Severity.WARNING)
            self.labels = source.labels

    def faults(self) -> Iterator[Fault]:
        keys = [*self.statements] if isinstance(self.statements, dict) else range(len(self.statements))
        yield from _alike([(("statements", key), text) for key, text in zip(keys, self.all_statements.values(), strict=False)], "statement")
        yield from _alike([(("labels", number), text) for number, text in enumerate(self.labels)], "label")
        if len(self.labels) == 1:
            yield Fault("one-label", "With one label there is nothing to choose.", "Write two to seven, from least to most, or leave `labels` out.", ("labels",))
        elif len(self.labels) > 7:
            yield Fault("many-labels", f"Nobody can tell {len(self.labels)} labels apart, nor reach them with a thumb.", "Leave seven at most, from least to most. Five are enough.", ("labels",))
        for id, profile in self.profiles.items():
            yield from self._unfit(profile, ("profiles", id))

    def _unfit(self, profile: Profile, at: tuple[str | int, ...]) -> Iterator[Fault]:
        """Yield what is wrong with a strength."""
        for number, id in enumerate(profile.of):
            if id in self.asked:
                continue
            if isinstance(self.statements, list):
                yield Fault("unknown-statement", f"There is no statement `{id}` here: these have no ids.", f"Write an id and a colon before each, in place of the hyphen: `calm: {self.statements[0]}`. Name them here by these.", (*at, "of", number))
                break
            yield Fault("unknown-statement", f"There is no statement `{id}` here.", did_you_mean(id, self.asked) or f"The statements are {', '.join(f'`{one}`' for one in self.asked)}.", (*at, "of", number))
        if not profile.text.strip():
            yield Fault("profile-without-text", "This names a strength and says nothing of it, so it is no more than a label.", "Add `text:` with what it gives others and what to watch.", at, Severity.WARNING)


def _alike(texts: list[tuple[tuple[str | int, ...], str]], noun: str) -> Iterator[Fault]:
    """Yield statements or labels that are empty or the same."""
    seen: dict[str, int] = {}
    for number, (at, text) in enumerate(texts):
        plain = text.casefold().strip(" .!?")
        if not plain:
            yield Fault(f"empty-{noun}", f"This {noun} has no text.", f"Write the {noun}, or remove it.", at)
        elif plain in seen:
            yield Fault(f"identical-{noun}s", f"{noun.capitalize()}s {seen[plain] + 1} and {number + 1} say the same.", "Change one of them, or remove it.", at)
        seen.setdefault(plain, number)


Kind = Scale
