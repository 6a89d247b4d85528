"""A conversation with a customer whose mood changes by what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, cast

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator

from tuokio.blocks.block import LETTERS, Block, Fault
from tuokio.blocks.scenario.conversation import Conversation
from tuokio.blocks.scenario.faults import find_faults, find_step_faults
from tuokio.blocks.scenario.outcomes import find_outcome_faults
from tuokio.blocks.scenario.scene import Mood, Person, Scene
from tuokio.blocks.scenario.shapes import refuse_nameless_people, refuse_nameless_scenes
from tuokio.fields import Flag, Id, Number, Prose
from tuokio.finding import Severity
from tuokio.prose import READING

if TYPE_CHECKING:
    from tuokio.course import Module

CHOOSING = 0.25  # minutes to weigh the replies of a scene, once they are read


class Scenario(Block):
    """A conversation: someone says something, the learner chooses what to reply, and sees what comes of it.

    Each of the `scenes` `says` something and has `replies`, and each reply leads `to` another scene. A scene
    with `end: good`, `mixed` or `bad` is where it ends. A reply tells two things that are worth different
    things: what it does to the customer's `mood`, and whether it is the `right` answer. Kindness does not
    rescue a wrong answer, nor a right answer rudeness, so write replies that are the one without the other.
    A good end is for those who were both: the mood is `enough`, and two thirds of what could be said rightly
    was. Where another way leads there too, the build names it; let it end `mixed`.

    Say under `mood` where the customer starts, and what the levels are called. A scene may depend on it:
    `to: {-2: walks-out, 0: new-cup}` leads to the last one that the mood reaches. What looks well at first
    may come back: `returns: {to: calls-again, after: Two hours later}`.

    Where someone else speaks, name them under `people`, with the side they stand on, and in the scene under
    `who`. `you` says who the learner is, if it is not who they are at work: seen from the warehouse, the
    same case is another one. A reply's `steps` name those of the `service_model` in course.yaml that it takes;
    at the end the learner sees which were taken and which were missed.

    **Score:** the lower of two shares: how close the mood came to `enough`, and how much of what could be
    said rightly was. Whoever goes back a step and replies otherwise is scored by what they came to. The
    best time counts.
    """

    fence: ClassVar[str] = "scenario"
    index: ClassVar[str] = "encounters"

    title: Prose
    """What the conversation is about, in a few words."""
    intro: Prose = ""
    """Where and when this is: a sentence or two before the first words."""
    you: Prose = ""
    """Who the learner is here, if not who they are at work: `You are in the warehouse.`"""
    customer: Prose = ""
    """Who speaks where a scene names nobody: `A regular in a raincoat`."""
    people: Annotated[dict[Id, Person], BeforeValidator(refuse_nameless_people)] = Field(default={}, exclude=True)
    """Others who speak: `{mika: {name: Mika, side: the warehouse}}`."""
    mood: Mood = Field(default_factory=Mood)
    """How the customer feels when it begins, and what the moods are called."""
    start: Id = ""
    """The scene it begins with. Left out, the first."""
    scenes: Annotated[dict[Id, Scene], BeforeValidator(refuse_nameless_scenes)] = Field(min_length=1, max_length=60)
    """Each by a name of its own, which replies lead to."""
    points: Number = Field(default=1, ge=0, le=1000)
    """What it weighs in the course's score."""
    gate: Flag = False
    """Holds "next" until it has been played to an end."""

    _steps: dict[str, str] = PrivateAttr(default={})

    @model_validator(mode="after")
    def _settle(self) -> Scenario:
        self.start = self.start or next(iter(self.scenes))
        for scene in self.scenes.values():
            taken = {reply.id for reply in scene.replies}
            free = iter([letter for letter in LETTERS if letter not in taken])
            for reply in scene.replies:
                reply.id = reply.id or next(free)
        return self

    @property
    def conversation(self) -> Conversation:
        """It as it is led, reply by reply."""
        return Conversation(self.scenes, self.mood, self.start)

    @property
    def steps(self) -> list[tuple[str, str]]:
        """The steps of the service model, if a reply takes any of them: id and name."""
        taken = {step for scene in self.scenes.values() for reply in scene.replies for step in reply.steps}
        return [(step, name) for step, name in self._steps.items() if taken]

    @property
    def minutes(self) -> float:
        """How long one run takes, by the best replies: to read what is said, all that could be replied and what came of it, and to choose each time."""
        now, read, met = self.start, len(self.intro) + len(self.you), set[str]()
        while now in self.scenes and now not in met:
            met.add(now)
            scene = self.scenes[now]
            read += len(scene.happens) + len(scene.says) + len(scene.debrief) + sum(len(reply.text) for reply in scene.replies)
            if not scene.replies:
                break
            best = max(scene.replies, key=lambda reply: (reply.right, reply.mood))
            read += len(best.feedback)
            now = best.scene_at(self.mood.highest)
        return read / READING + CHOOSING * sum(1 for name in met if self.scenes[name].replies)

    def headline(self) -> str:
        return self.title

    def suggest_id(self) -> str:
        return self.title

    def choices(self) -> dict[str, str]:
        return {f"{name}.{reply.id}": reply.text for name, scene in self.scenes.items() for reply in scene.replies}

    def faults(self) -> Iterator[Fault]:
        faults = list(find_faults(self))
        if self.mood.is_sound and not any(fault.id in ("too-many-returns", "begins-with-end") for fault in faults):
            faults += find_outcome_faults(self)
        if any(fault.severity is Severity.ERROR for fault in faults):
            self._stop_gaps()
        return iter(faults)

    def _stop_gaps(self) -> None:
        """Let everything lead somewhere. Nobody will see it, but a page is made before a build is refused."""
        if not self.mood.is_sound:
            self.mood = Mood()
        if self.start not in self.scenes:
            self.start = next(iter(self.scenes))
        for reply in (reply for scene in self.scenes.values() for reply in scene.replies):
            if any(scene not in self.scenes for scene in reply.all_scenes) or not isinstance(reply.to, str) and not all(map(self.mood.has, reply.to)) or reply.returns and reply.returns.mood not in (None, *self.mood.names):
                reply.to, reply.returns = self.start, None

    def follow(self, source: Block) -> Iterator[Fault]:
        source = cast(Scenario, source)
        if "start" not in self.mood.model_fields_set:  # the source says `mood: -1`, and this the names
            self.mood.start, self.mood.enough = source.mood.start, source.mood.enough
        for name, scene in source.scenes.items():
            if (own := self.scenes.get(name)) and own.who != scene.who:
                own.who = scene.who
                yield Fault("translation-differs", f"Who speaks in the scene `{name}` is not as in the source, which holds for every language.", "Remove it here: a translation repeats only text.", ("scenes", name, "who"), Severity.WARNING)

    def mistranslations(self, source: Any, borrowed: frozenset[str]) -> Iterator[Fault]:
        ours, theirs = self.mood, source.mood
        if (ours.lowest, ours.highest) != (theirs.lowest, theirs.highest):
            cure = f"Name the moods from {theirs.lowest} to {theirs.highest}, which are those of the source."
            yield Fault("translation-differs", "These are not the moods of the source, which hold for every language.", cure, ("mood", "names"), Severity.WARNING)

    def meet(self, module: Module) -> Iterator[Fault]:
        self._steps = module.service_model
        yield from find_step_faults(self, module.service_model)


Kind = Scenario
