"""All that can happen in a conversation, as a graph: moments are its nodes, replies its edges.

A moment is a scene, a mood and what waits, so there are at most scenes × moods × 16 of them: of three things that may
return, in whatever order they were called for, there are sixteen lists. What is right adds up along a way and is no part
of a moment; whether a way exists that falls short is a question of shortest paths.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tuokio.blocks.scenario.conversation import Conversation, Moment
from tuokio.blocks.scenario.scene import Reply

ENOUGH_RIGHT = 2 / 3
"""Of what could be said rightly, so much must be where a conversation ends well."""
NEARLY = 1e-9  # sums of what people write as 0,1 are not exact
LOOK_FOR_LOOPS = 16  # after so many replies, and again after as many more


class Edge(NamedTuple):
    """A reply given at a moment."""

    start: int
    to: int
    reply: Reply
    surplus: float
    """How much more is right in it than `ENOUGH_RIGHT` of the best on offer; below 0, how much less."""


@dataclass(frozen=True)
class Way:
    """An example of how one gets somewhere."""

    edges: list[Edge]
    loop: tuple[int, int] = (0, 0)
    """From where to where it must be gone again and again for it to be one."""

    @property
    def replies(self) -> list[Reply]:
        """What is replied on the way."""
        return [edge.reply for edge in self.edges]

    @property
    def right(self) -> float:
        """How much is right in it, its loop gone once."""
        return sum(edge.reply.right for edge in self.edges)

    @property
    def best(self) -> float:
        """How much could be."""
        return round(sum(edge.reply.right - edge.surplus for edge in self.edges) / ENOUGH_RIGHT, 6)


class _Label(NamedTuple):
    """The least right way found to a node."""

    surplus: float
    edge: Edge | None = None
    before: _Label | None = None

    def trace(self) -> list[Edge]:
        edges, label = [], self
        while label.before is not None:
            edges.append(label.edge)
            label = label.before
        return edges[::-1]


class Graph:
    """What can follow what. Scenes that are missing or lead nowhere are `open`: nobody knows what they will lead to."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self.nodes: list[Moment] = [conversation.begin()]
        self.edges: list[list[Edge]] = []
        self.reached: set[str] = {conversation.start}
        """Scenes that someone may come to, be they ends for now."""
        self.open: set[int] = set()
        self.over: set[int] = set()
        self._explore()

    def _explore(self) -> None:
        known = {self.nodes[0]: 0}
        scenes = self.conversation.scenes
        for number, moment in enumerate(self.nodes):  # grows while it is gone through
            scene = scenes.get(moment.scene)
            self.edges.append([])
            if scene is None or not scene.replies and not scene.end:
                self.open.add(number)
                continue
            if self.conversation.is_over(moment):
                self.over.add(number)
            best = ENOUGH_RIGHT * scene.best
            for reply in scene.replies:
                for after in self.conversation.follow(moment, reply):
                    self.reached.add(after.scene)
                if after not in known:
                    known[after] = len(self.nodes)
                    self.nodes.append(after)
                self.edges[number].append(Edge(number, known[after], reply, reply.right - best))

    @cached_property
    def _entering(self) -> list[list[int]]:
        entering: list[list[int]] = [[] for _ in self.nodes]
        for edges in self.edges:
            for edge in edges:
                entering[edge.to].append(edge.start)
        return entering

    def leading_to(self, targets: Iterable[int]) -> set[int]:
        """Return the nodes from which one of these can be reached, themselves among them."""
        found = set(targets)
        waiting = [*found]
        while waiting:
            for node in self._entering[waiting.pop()]:
                if node not in found:
                    found.add(node)
                    waiting.append(node)
        return found

    def ends(self, *kinds: str) -> set[int]:
        """Return the nodes where it is over and has ended in one of these ways."""
        return {node for node in self.over if self.conversation.scenes[self.nodes[node].scene].end in kinds}

    @cached_property
    def good_ends(self) -> list[str]:
        """Scenes in which it may be over, and well."""
        found = {self.nodes[node].scene for node in self.ends("good")}
        return [scene for scene in self.conversation.scenes if scene in found]

    def endless(self) -> dict[str, list[int]]:
        """Return the scenes, with moods, from which no end can be reached any more."""
        leading = self.leading_to(self.over | self.open)
        stuck: dict[str, set[int]] = {}
        for number, moment in enumerate(self.nodes):
            if number not in leading:
                stuck.setdefault(moment.scene, set()).add(moment.mood)
        return {scene: sorted(stuck[scene]) for scene in self.conversation.scenes if scene in stuck}

    def moods(self, scene: str) -> list[int]:
        """Return the moods in which one may come to a scene, other than to an end for now."""
        return sorted({moment.mood for moment in self.nodes if moment.scene == scene})

    def lost(self) -> list[str]:
        """Return the scenes with something to reply from which it can only end badly, however one came there."""
        better, worse = self.leading_to(self.ends("good", "mixed") | self.open), self.leading_to(self.ends("bad"))
        spared = {self.nodes[node].scene for node in better}
        doomed = {self.nodes[node].scene for node in worse} - spared
        return [name for name, scene in self.conversation.scenes.items() if name in doomed and scene.replies and not scene.end]

    def cold_way(self, end: str) -> Way | None:
        """Return a shortest way on which it is over at this scene and the mood is not `enough`."""
        enough = self.conversation.mood.enough
        return self._shortest(0, {node for node in self.over if self.nodes[node].scene == end and self.nodes[node].mood < enough})

    def _shortest(self, start: int, targets: set[int]) -> Way | None:
        came: dict[int, Edge | None] = {start: None}
        waiting = deque([start])
        while waiting:
            node = waiting.popleft()
            if node in targets:
                edges = []
                while edge := came[node]:
                    edges.append(edge)
                    node = edge.start
                return Way(edges[::-1])
            for edge in self.edges[node]:
                if edge.to not in came:
                    came[edge.to] = edge
                    waiting.append(edge.to)
        return None

    def wrong_way(self, end: str) -> Way | None:
        """Return a way, of as few replies as can be, on which it is over at this scene and less than `ENOUGH_RIGHT` was right.

        In rounds, each by one reply longer, every node is given the least right way there (Bellman and Ford). If a
        loop makes a way less right each time, it need only be gone often enough.
        """
        targets = {node for node in self.over if self.nodes[node].scene == end}
        useful = self.leading_to(targets)
        least = {0: _Label(0)} if 0 in useful else {}
        fresh = dict(least)
        length = 0
        while fresh:
            for node, label in fresh.items():
                if node in targets and label.surplus < -NEARLY:
                    return Way(label.trace())
            length += 1
            if length % LOOK_FOR_LOOPS == 0 and (way := self._going_round(fresh, targets)):
                return way
            found: dict[int, _Label] = {}
            for node, label in fresh.items():
                for edge in self.edges[node]:
                    if edge.to in useful:
                        surplus = label.surplus + edge.surplus
                        other = found.get(edge.to) or least.get(edge.to)
                        if other is None or surplus < other.surplus - NEARLY:
                            found[edge.to] = _Label(surplus, edge, label)
            least.update(found)
            fresh = found
        return None

    def _going_round(self, labels: dict[int, _Label], targets: set[int]) -> Way | None:
        """Return a way with a loop that is less right each time, if one of these labels came by such a one."""
        for label in labels.values():
            edges = label.trace()
            seen = {0: (0, 0.0)}
            surplus = 0.0
            for number, edge in enumerate(edges, 1):
                surplus += edge.surplus
                before, then = seen.get(edge.to, (0, surplus))
                if surplus < then - NEARLY:
                    rest = self._shortest(edge.to, targets)
                    return Way([*edges[:number], *rest.edges], (before, number)) if rest else None
                seen[edge.to] = (number, surplus)
        return None
