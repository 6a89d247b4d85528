"""What the graph says of a conversation is what comes of trying out everything that can be replied."""

from __future__ import annotations

import time
from random import Random
from typing import Any

import pytest

from tuokio.blocks.scenario.conversation import Conversation
from tuokio.blocks.scenario.graph import ENOUGH_RIGHT, Graph, Way
from tuokio.blocks.scenario.model import Scenario

RIGHTS = (0, 0, 0.5, 1)


def draw(chance: Random) -> Scenario:
    """Return a small conversation of any shape, however little sense it makes."""
    names = [f"s{number}" for number in range(chance.randint(3, 6))]
    lowest = chance.choice([-2, -1, -1, 0])
    levels = range(lowest, lowest + chance.randint(2, 4))
    returning = [{"to": chance.choice(names), "after": "Later", **({"mood": chance.choice(levels)} if chance.random() < 0.5 else {})} for _ in range(chance.choice([0, 0, 1, 2, 3]))]

    def lead() -> Any:
        return chance.choice(names) if chance.random() < 0.7 else {level: chance.choice(names) for level in chance.sample(levels, chance.randint(1, len(levels)))}

    def reply(number: int) -> dict[str, Any]:
        more = {"returns": chance.choice(returning)} if returning and chance.random() < 0.3 else {}
        return {"text": f"r{number}", "mood": chance.choice([-2, -1, -1, 0, 0, 1, 1, 2]), "right": chance.choice(RIGHTS), "to": lead(), **more}

    scenes = {}
    for name in names:
        end = {"end": chance.choice(["good", "good", "mixed", "bad", "bad"])} if name != names[0] and chance.random() < 0.45 else {}
        scenes[name] = {"says": name, **end, "replies": [] if end else [reply(number) for number in range(chance.choice([1, 2, 2, 3, 3]))]}
    mood = {"start": chance.choice(levels), "enough": chance.choice(levels), "names": {level: str(level) for level in levels}}
    return Scenario(title="T", mood=mood, scenes=scenes)


class Trial:
    """A conversation tried out: every path is replayed from the beginning, until nothing new comes."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario, conversation = scenario, scenario.conversation
        first = conversation.replay([])
        self.runs, self.replies, self.reached = {first.now: first}, {}, {scenario.start}
        paths = [([], first.now)]
        while paths:
            path, at = paths.pop()
            self.replies[at] = []
            for reply in scenario.scenes[at.scene].replies:
                longer = [*path, f"{at.scene}.{reply.id}"]
                run = conversation.replay(longer)
                self.reached |= {run.now.scene, *run.interim}
                best = max(other.right for other in scenario.scenes[at.scene].replies)
                self.replies[at].append((run.now, round(6 * reply.right - 4 * best)))
                if run.now not in self.runs:
                    self.runs[run.now] = run
                    paths.append((longer, run.now))

    def ends_after(self, moment: Any) -> set[Any]:
        """Return where it may be over from a moment on."""
        met, waiting = {moment}, [moment]
        while waiting:
            for after, _ in self.replies[waiting.pop()]:
                if after not in met:
                    met.add(after)
                    waiting.append(after)
        return {one for one in met if self.runs[one].over}

    def is_wrongly_over(self, end: str) -> bool:
        """Say whether it can be over in a scene with too little right: tried with everything that can have added up so far."""
        most = 4 * len(self.runs) + 1  # what adds up to more cannot be lost again, nor less made good, unless by going round
        begin = (next(iter(self.runs)), 0)
        met, waiting = {begin}, [begin]
        while waiting:
            at, total = waiting.pop()
            if total < 0 and at.scene == end and self.runs[at].over:
                return True
            for after, more in self.replies[at]:
                state = (after, max(-most, min(most, total + more)))
                if state not in met:
                    met.add(state)
                    waiting.append(state)
        return False


def walk(conversation: Conversation, way: Way, times: int = 1) -> Any:
    """Return what a way comes to, its loop gone so many times."""
    first, end = way.loop
    edges = [*way.edges[:first], *way.edges[first:end] * times, *way.edges[end:]]
    now, path = conversation.begin(), []
    for edge in edges:
        path.append(f"{now.scene}.{edge.reply.id}")
        *_, now = conversation.follow(now, edge.reply)
    run = conversation.replay(path)
    assert len(run.taken) == len(edges)
    return run


@pytest.mark.parametrize("seed", range(20))
def test_every_answer_of_the_graph_is_what_trying_everything_out_comes_to(seed: int) -> None:
    chance = Random(f"conversations {seed}")
    met = {"endless": 0, "lost": 0, "cold": 0, "wrong": 0, "loop": 0, "kept": 0}
    for _ in range(100):
        scenario = draw(chance)
        graph, trial, conversation = Graph(scenario.conversation), Trial(scenario), scenario.conversation
        scenes, enough = scenario.scenes, scenario.mood.enough
        assert trial.reached == graph.reached
        assert set(trial.runs) == set(graph.nodes)
        ends = {moment: trial.ends_after(moment) for moment in trial.runs}
        assert {(moment.scene, moment.mood) for moment in ends if not ends[moment]} == {(scene, mood) for scene, moods in graph.endless().items() for mood in moods}
        sorts = {moment: {scenes[end.scene].end for end in found} for moment, found in ends.items()}
        replying = {name for name, scene in scenes.items() if scene.replies}
        lost = {name for name in replying if (found := set().union(*(sorts[moment] for moment in ends if moment.scene == name))) and found == {"bad"}}
        assert lost == set(graph.lost())
        over = {moment for moment in trial.runs if trial.runs[moment].over}
        assert {moment.scene for moment in over if scenes[moment.scene].end == "good"} == set(graph.good_ends)
        for end in graph.good_ends:
            cold, wrong = graph.cold_way(end), graph.wrong_way(end)
            assert any(moment.scene == end and moment.mood < enough for moment in over) == (cold is not None)
            assert trial.is_wrongly_over(end) == (wrong is not None)
            if cold:
                run = walk(conversation, cold)
                assert run.over and run.now.scene == end and run.kind < 1
            if wrong:
                assert walk(conversation, wrong).over
                run = walk(conversation, wrong, 400 if wrong.loop[1] else 1)
                assert run.over and run.now.scene == end and run.right < ENOUGH_RIGHT
            met["cold"] += cold is not None
            met["wrong"] += wrong is not None
            met["loop"] += bool(wrong and wrong.loop[1])
            met["kept"] += not cold and not wrong
        met["endless"] += bool(graph.endless())
        met["lost"] += bool(lost)
    assert min(met[one] for one in ("endless", "lost", "cold", "wrong", "kept")) > 0, "or it tells nothing"
