"""A conversation as it is led: what a reply brings, and what a path of replies comes to.

`conversation.ts` does the same on a phone, and `walks.json` holds both to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tuokio.blocks.scenario.scene import Mood, Reply, Scene


class Later(NamedTuple):
    """A scene that waits until all seems over."""

    to: str
    mood: int | None
    """The mood it begins in; None for the one in which the customer went."""


class Moment(NamedTuple):
    """All that decides how a conversation may go on."""

    scene: str
    mood: int
    waiting: tuple[Later, ...] = ()


@dataclass(frozen=True)
class Run:
    """What a path came to."""

    taken: list[Reply]
    """The replies of the path that fitted; it stops at the first that does not."""
    interim: list[str]
    """Ends that the last reply led to and that were not the end, since something waited."""
    now: Moment
    over: bool
    kind: float
    """How close the mood comes to `enough`, 0 to 1."""
    right: float
    """How much of what could be said rightly was, 0 to 1."""

    @property
    def score(self) -> float:
        """The lower of the two shares."""
        return min(self.kind, self.right)


class Conversation:
    """The scenes of a conversation and the rules by which one follows another."""

    def __init__(self, scenes: dict[str, Scene], mood: Mood, start: str) -> None:
        self.scenes, self.mood, self.start = scenes, mood, start
        self._lowest, self._highest = mood.lowest, mood.highest
        self._ends = {name for name, scene in scenes.items() if scene.end}

    def begin(self) -> Moment:
        """Return where it starts."""
        return Moment(self.start, self.mood.start)

    def follow(self, moment: Moment, reply: Reply) -> Iterator[Moment]:
        """Yield what a reply leads to: ends that are ends for now, and last the moment that stays."""
        mood = max(self._lowest, min(self._highest, moment.mood + reply.mood))
        scene, waiting = reply.scene_at(mood), moment.waiting
        if (later := reply.returns) and all(later.to != other.to for other in waiting):
            waiting = (*waiting, Later(later.to, later.mood))
        while waiting and scene in self._ends:
            yield Moment(scene, mood, waiting)
            (scene, other), *rest = waiting
            mood, waiting = mood if other is None else other, tuple(rest)
        yield Moment(scene, mood, waiting)

    def is_end(self, scene: str) -> bool:
        """Say whether a scene is an end, if nothing waits."""
        return scene in self._ends

    def is_over(self, moment: Moment) -> bool:
        """Say whether nothing follows any more."""
        return not moment.waiting and self.is_end(moment.scene)

    def kindness(self, mood: int) -> float:
        """Return how close a mood is to `enough`: 1 there and above, 0 at the lowest."""
        lowest, enough = self.mood.lowest, self.mood.enough
        return 1 if mood >= enough else max(0, (mood - lowest) / (enough - lowest))

    def replay(self, path: Iterable[str]) -> Run:
        """Return what a path, `["counter.a", "new-cup.b"]`, comes to, as far as it fits."""
        now, taken, interim, right, best = self.begin(), [], [], 0.0, 0.0
        for step in path:
            scene = self.scenes[now.scene]
            reply = next((reply for reply in scene.replies if step == f"{now.scene}.{reply.id}"), None)
            if reply is None or self.is_end(now.scene):
                break
            *passed, now = self.follow(now, reply)
            taken.append(reply)
            interim = [moment.scene for moment in passed]
            right, best = right + reply.right, best + scene.best
        return Run(taken, interim, now, self.is_over(now), self.kindness(now.mood), right / best if best else 1)
