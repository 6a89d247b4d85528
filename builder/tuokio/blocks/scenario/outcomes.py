"""What is wrong with how a conversation can go: the ways through it, and where they end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tuokio.blocks.block import Fault
from tuokio.blocks.scenario.conversation import Conversation
from tuokio.blocks.scenario.faults import WARNING, excerpt
from tuokio.blocks.scenario.graph import Graph, Way
from tuokio.blocks.scenario.scene import Reply, Scene
from tuokio.finding import did_you_mean

if TYPE_CHECKING:
    from tuokio.blocks.scenario.model import Scenario

LONGEST_WAY = 6
"""So many replies of a way are quoted; of a longer one the first and the last."""


def find_outcome_faults(scenario: Scenario) -> Iterator[Fault]:
    """Yield scenes that nobody comes to or gets away from, and ends that do not keep what they say."""
    graph = Graph(_mend(scenario))
    if graph.conversation.start not in scenario.scenes:
        return
    yield from _unreached(scenario, graph)
    if endless := graph.endless():
        names = " and ".join([", ".join(f"`{name}`" for name in [*endless][:-1]), f"`{[*endless][-1]}`"] if len(endless) > 1 else [f"`{name}`" for name in endless])
        first = next(iter(endless))
        moods = "" if endless[first] == graph.moods(first) else f" once the mood is {_list_moods(scenario, endless[first])}"
        yield Fault("endless", f"From {names} no end can be reached{moods}: replies lead round in a circle.", "Let a reply lead out of it, to a scene from which one comes to an end.", ("scenes", first), key=True)
    if not graph.ends("good") and not graph.open and not endless:
        cure = "Let the best replies lead to a scene with `end: good`." if any(scene.end == "good" for scene in scenario.scenes.values()) else "Add a scene with `end: good` and lead the best replies there."
        yield Fault("no-good-end", "This conversation cannot end well, whatever is replied.", cure, ("scenes",), WARNING, key=True)
    if graph.ends("good", "mixed"):
        for scene in graph.lost():
            yield Fault("no-way-back", f"From the scene `{scene}` on it can only end badly, so nothing replied here matters any more.", "Let a reply put things right, or end the conversation before this.", ("scenes", scene), WARNING, key=True)
    for end in graph.good_ends:
        yield from _unkept(scenario, graph, end)


def _mend(scenario: Scenario) -> Conversation:
    """Return the conversation with slips of the pen in names of scenes put right, so that one slip is told once."""
    known = scenario.scenes

    def name(scene: str) -> str:
        return scene if scene in known else next((one for one in known if did_you_mean(scene, known) == f"Did you mean `{one}`?"), scene)

    def mend(reply: Reply) -> Reply:
        if all(scene in known for scene in reply.all_scenes):
            return reply
        to = name(reply.to) if isinstance(reply.to, str) else {level: name(scene) for level, scene in reply.to.items()}
        later = reply.returns and reply.returns.model_copy(update={"to": name(reply.returns.to)})
        return reply.model_copy(update={"to": to, "returns": later})

    def mend_scene(scene: Scene) -> Scene:
        return scene if all(to in known for reply in scene.replies for to in reply.all_scenes) else scene.model_copy(update={"replies": [mend(reply) for reply in scene.replies]})

    return Conversation({id: mend_scene(scene) for id, scene in known.items()}, scenario.mood, name(scenario.start))


def _unreached(scenario: Scenario, graph: Graph) -> Iterator[Fault]:
    """Yield scenes that nobody comes to; not those behind them."""
    scenes = graph.conversation.scenes
    leading = {name: {to for reply in scene.replies for to in reply.all_scenes} - {name} for name, scene in scenes.items()}
    unreached = [name for name in scenes if name not in graph.reached]
    told: set[str] = set()

    def cover(name: str) -> None:
        if name not in told:
            told.add(name)
            for other in leading.get(name, ()):
                if other in unreached:
                    cover(other)

    behind = {to for name in unreached for to in leading[name]}
    for name in [*(name for name in unreached if name not in behind), *(name for name in unreached if name in behind)]:
        if name in told:
            continue
        cover(name)
        at = ("scenes", name)
        if any(name in leading[other] for other in graph.reached if other in scenes):
            yield Fault("unreachable-scene", f"Nobody comes to the scene `{name}`: the mood is never so that a reply leads there.", "Change the level in `to`, or what replies do to the mood.", at, WARNING, key=True)
        elif name in behind:
            yield Fault("unreachable-scene", f"Nobody comes to the scene `{name}`: what leads there is not reached either.", "Let a reply of another scene lead there, or remove it.", at, WARNING, key=True)
        else:
            yield Fault("unreachable-scene", f"Nothing leads to the scene `{name}`.", f"Write `to: {name}` to a reply, or remove the scene.", at, WARNING, key=True)


def _unkept(scenario: Scenario, graph: Graph, end: str) -> Iterator[Fault]:
    """Yield how one comes to a good end though the customer is not well, or what was said was not right."""
    at = ("scenes", end, "end")
    mood = scenario.mood
    if way := graph.cold_way(end):
        last = graph.nodes[way.edges[-1].to].mood if way.edges else mood.start
        cure = f"Let the mood decide where it leads, such as `to: {{{mood.lowest}: …, {mood.enough}: {end}}}`, or write `end: mixed` here."
        yield Fault("good-end-in-bad-mood", f"This good end is also reached in the mood {_list_moods(scenario, [last])}, and only {_list_moods(scenario, [mood.enough])} is enough. {_tell(graph, way)}", cure, at, WARNING)
    if way := graph.wrong_way(end):
        cure = "Lead those who have replied wrongly to an end of their own, or write `end: mixed` here."
        share = "by going round until less than two thirds of the answers were right" if way.loop[1] else f"with {way.right:g} of {way.best:g} answers right, less than two thirds"
        yield Fault("good-end-though-wrong", f"This good end is also reached {share}. {_tell(graph, way)}", cure, at, WARNING)


def _tell(graph: Graph, way: Way) -> str:
    """Tell a way by what is replied on it."""
    if not way.edges:
        return "It begins there."
    words = [f"“{excerpt(reply.text)}”" for reply in way.replies]
    first, end = way.loop
    if end:
        words = [*words[:first], f"again and again {' → '.join(words[first:end])}", *words[end:]]
    if len(words) > LONGEST_WAY:
        words = [*words[: LONGEST_WAY - 2], "…", *words[-2:]]
    return f"Through {' → '.join(words)}."


def _list_moods(scenario: Scenario, levels: list[int]) -> str:
    """Return moods by their numbers, and their names where they have some."""
    return " or ".join(f"{level} ({name})" if (name := scenario.mood.names.get(level)) else str(level) for level in levels)
