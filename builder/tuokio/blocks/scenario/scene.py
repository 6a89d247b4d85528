"""What a conversation is made of: scenes, replies, moods and the people who speak."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, WrapValidator, computed_field, model_validator

from tuokio.blocks.scenario.shapes import read_level, read_right, refuse_bare_names, refuse_many_scenes, refuse_mood_by_name, refuse_named_mood, refuse_named_replies, refuse_plain_return, refuse_plain_scene, refuse_scene_by_mood
from tuokio.fields import Author, Count, Id, Names, OptionId, Prose, Share

LOWEST, HIGHEST = -3, 3
Level = Annotated[Count, Field(ge=LOWEST, le=HIGHEST), BeforeValidator(refuse_mood_by_name)]
LevelKey = Annotated[Count, WrapValidator(read_level)]
SCALE = {-2: "", -1: "", 0: "", 1: "", 2: ""}
"""The moods a conversation has where its author names none; the page has words for them."""


Right = Annotated[Share, BeforeValidator(read_right, json_schema_input_type=bool | Share)]


class Mood(Author):
    """How the customer feels, as a state that replies change. `mood: -1` alone says where it begins."""

    shorthand: ClassVar[Any] = Count

    start: Level = 0
    """The mood the customer comes in."""
    names: Annotated[dict[LevelKey, str], BeforeValidator(refuse_bare_names)] = Field(default=SCALE, min_length=2, exclude=True)
    """What each level is called: `{-2: furious, -1: annoyed, 0: calm, 1: pleased}`. Below 0 is a bad mood."""
    enough: Level | None = None
    """The mood in which a customer who was met kindly leaves. Left out: no worse than they came, and at least calm (0)."""

    @model_validator(mode="before")
    @classmethod
    def _only_start(cls, data: Any) -> Any:
        return refuse_named_mood(data)

    @computed_field
    @property
    def lowest(self) -> int:
        """The worst mood there is."""
        return min(self.names)

    @computed_field
    @property
    def highest(self) -> int:
        """The best mood there is."""
        return max(self.names)

    def has(self, level: int | None) -> bool:
        """Say whether it can be in a mood."""
        return level in self.names

    @property
    def is_sound(self) -> bool:
        """Whether the levels follow one another and those named elsewhere are among them."""
        return LOWEST <= self.lowest and self.highest <= HIGHEST and len(self.names) == self.highest - self.lowest + 1 and self.has(self.start) and self.has(self.enough)

    @model_validator(mode="after")
    def _settle(self) -> Mood:
        if self.enough is None:
            self.enough = min(max(0, self.start), max(self.names))
        return self


class Person(Author):
    """Someone who speaks: a name, and the side they speak from. A plain text will do for the name."""

    shorthand: ClassVar[Any] = str

    name: Prose
    """What they are called, as shown above what they say."""
    side: Prose = ""
    """Where they stand: `the warehouse`, `billing`. Left out, it is the customer's side."""

    @model_validator(mode="before")
    @classmethod
    def _plain_name(cls, data: Any) -> Any:
        return {"name": data} if isinstance(data, str) else data


class Return(Author):
    """What a reply brings about later: the scene that comes when all seemed over."""

    to: Annotated[Id, BeforeValidator(refuse_scene_by_mood)]
    """The scene that then comes."""
    after: Prose = ""
    """When that is, in words: `Two hours later`."""
    mood: Level | None = None
    """The mood the customer is in by then. Left out, they come back as they went."""


def _tell_route(value: Any) -> str:
    return "Levels" if isinstance(value, dict) else "str"


Scenes = Annotated[Annotated[Id, Tag("str")] | Annotated[dict[LevelKey, Id], Tag("Levels")], Discriminator(_tell_route), BeforeValidator(refuse_many_scenes)]


class Reply(Author):
    """Something the learner can say or do, and what comes of it."""

    id: OptionId = ""
    """Left out: a, b, c … in your order."""
    text: Prose
    """What the learner says, in the words one would use."""
    mood: Count = Field(default=0, ge=-6, le=6)
    """What it does to the customer's mood: `+1`, `-2`."""
    right: Right = 0
    """Whether the answer is right, kind or not: 1 if it is, 0 if it is not, `0,5` for half."""
    feedback: Prose = ""
    """Why it went as it did: what was kind in it, what was right."""
    felt: Prose = ""
    """What the customer thought on hearing it, in their own words. Shown when the conversation is seen through their eyes."""
    steps: Names = Field(default=[])
    """The steps of your service model that it takes, as course.yaml names them: `[listen, solve]`."""
    to: Scenes
    """The scene that follows; or one by the customer's mood from there upwards: `{-2: walks-out, 0: new-cup}`."""
    returns: Annotated[Return | None, BeforeValidator(refuse_plain_return)] = None
    """What comes of it later: `{to: calls-again, after: Two hours later}`."""

    @property
    def leads_to(self) -> list[str]:
        """The scenes that may follow."""
        return [self.to] if isinstance(self.to, str) else list(self.to.values())

    @property
    def all_scenes(self) -> list[str]:
        """The scenes that may follow, at once or later."""
        return [*self.leads_to, *([self.returns.to] if self.returns else [])]

    def scene_at(self, mood: int) -> str:
        """Return the scene that follows in a mood: that of the last level it reaches; below them all, that of the lowest."""
        if isinstance(self.to, str):
            return self.to
        return self.to[max((level for level in self.to if level <= mood), default=min(self.to))]


class Scene(Author):
    """A moment of the conversation: someone says something or something happens, and the learner replies or the conversation ends."""

    @model_validator(mode="before")
    @classmethod
    def _not_plain(cls, data: Any) -> Any:
        return refuse_plain_scene(data)

    happens: Prose = ""
    """What the learner sees, told by nobody: `She tastes it and nods.` It stands before what is said, or alone."""
    says: Prose = ""
    """What is said to the learner, in a bubble of their own. Markdown."""
    who: Id | None = Field(default=None, exclude=True)
    """Who says it, by their name under `people`. Left out, the customer does."""
    thinks: Prose = ""
    """What the customer has in mind here. Shown when the conversation is seen through their eyes."""
    replies: Annotated[list[Reply], BeforeValidator(refuse_named_replies)] = Field(default=[], max_length=6)
    """What the learner can say: two or three are enough."""
    end: Literal["good", "mixed", "bad"] | None = None
    """Ends the conversation, and says how it ended."""
    debrief: Prose = ""
    """Said when it has ended so: what decided it, and what to take along."""

    @property
    def best(self) -> float:
        """How right the best of its replies is."""
        return max((reply.right for reply in self.replies), default=0)
