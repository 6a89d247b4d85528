"""What is wrong with a conversation as it is written, scene by scene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from tuokio.blocks.block import Fault
from tuokio.blocks.scenario.scene import HIGHEST, LOWEST, Mood, Reply, Scene
from tuokio.finding import Severity, did_you_mean

if TYPE_CHECKING:
    from tuokio.blocks.scenario.model import Scenario

WARNING, HINT = Severity.WARNING, Severity.HINT
MOST_RETURNS = 3
"""More would make more conversations of one than anybody can look through."""
CLEARLY = 1.2
"""By how much the longest reply must be longer than the others to be told by its length."""
MANY = 3
"""In so many scenes the same is no chance."""
Path = tuple[str | int, ...]


def find_faults(scenario: Scenario) -> Iterator[Fault]:
    """Yield what each part says wrongly, in the order it is written."""
    if not scenario.title.strip():
        yield Fault("empty-title", "This conversation has no title.", "Write what it is about, in a few words.", ("title",))
    yield from find_mood_faults(scenario.mood)
    if scenario.start not in scenario.scenes:
        yield _unknown_scene(scenario.start, scenario.scenes, ("start",))
    elif scenario.scenes[scenario.start].end and any(scene.replies for scene in scenario.scenes.values()):
        written = scenario.start != next(iter(scenario.scenes))
        yield Fault("begins-with-end", f"The conversation begins with the scene `{scenario.start}`, and that is an end, so nobody replies anything.", "Write under `start` a scene that has replies, or put one first.", ("start",) if written else ("scenes", scenario.start), key=not written)
    for name, scene in scenario.scenes.items():
        yield from _of_scene(scenario, name, scene)
    yield from _of_people(scenario)
    yield from _of_all(scenario)


def find_mood_faults(mood: Mood) -> Iterator[Fault]:
    """Yield levels that are too far away, missing in between, or that have no name."""
    for level in mood.names:
        if not LOWEST <= level <= HIGHEST:
            yield Fault("out-of-range", f"The moods are between {LOWEST} and {HIGHEST}, and this is {level}.", "Number them closer to 0.", ("mood", "names", written(level)), key=True)
            return
    missing = [level for level in range(min(mood.names), max(mood.names)) if level not in mood.names]
    if missing:
        yield Fault("missing-mood", f"The mood {_list(missing)} has no name, though there are others below and above.", f"Add {_list([f'`{level}: …`' for level in missing])}, so that the mood can rise and fall step by step.", ("mood", "names"))
        return
    for key, level in (("start", mood.start), ("enough", mood.enough)):
        if not mood.has(level):
            yield _unknown_mood(level, mood, ("mood", key))


def _unknown_mood(level: int, mood: Mood, at: Path, *, key: bool = False) -> Fault:
    return Fault("unknown-mood", f"There is no mood {level} here: they go from {mood.lowest} to {mood.highest}.", f"Write one of these, or add `{level}: …` under `mood: names`.", at, key=key)


def _unknown_scene(name: str, known: Iterable[str], at: Path) -> Fault:
    cure = did_you_mean(name, known) or f"The scenes are {_list([f'`{one}`' for one in known], 12)}. A new one is written under `scenes`."
    if name in ("good", "mixed", "bad", "end"):
        cure = f"An end is a scene with words of its own. Write one under `scenes`, `{name}: {{says: …, end: {'good' if name == 'end' else name}}}`."
    return Fault("unknown-scene", f"There is no scene `{name}`.", cure, at)


def _of_scene(scenario: Scenario, name: str, scene: Scene) -> Iterator[Fault]:
    at: Path = ("scenes", name)
    if not scene.says.strip() and not scene.happens.strip():
        yield Fault("empty-scene", f"Nothing is said in the scene `{name}`.", "Write under `says` what is said to the learner, or under `happens` what they see.", (*at, "says"))
    if scene.who and scene.who not in scenario.people:
        near = did_you_mean(scene.who, scenario.people)
        yield Fault("unknown-person", f"There is no `{scene.who}` under `people`.", near or f"Add them: `people: {{{scene.who}: {{name: …, side: …}}}}`. Where the customer speaks, leave `who` out.", (*at, "who"))
    if not scene.replies and not scene.end:
        yield Fault("dead-end", f"The scene `{name}` has neither replies nor an end, so nobody gets any further.", "Add `replies:`, or say how it ends: `end: good`, `end: mixed` or `end: bad`.", at, key=True)
    elif scene.end and scene.replies:
        yield Fault("end-with-replies", f"The scene `{name}` ends the conversation, and there is still something to reply.", "Remove `end`, or the replies.", (*at, "end"))
    elif len(scene.replies) == 1:
        yield Fault("one-reply", f"In the scene `{name}` there is nothing to choose.", "Add another reply, or leave it where the learner is only to go on.", (*at, "replies"), HINT)
    for number, reply in enumerate(scene.replies):
        yield from _of_reply(scenario, reply, (*at, "replies", number))
    yield from _alike(scenario.mood, scene.replies, (*at, "replies"))


def _of_reply(scenario: Scenario, reply: Reply, at: Path) -> Iterator[Fault]:
    if not reply.text.strip():
        yield Fault("empty-reply", "This reply has no words.", "Write what the learner says, or remove the reply.", at)
    elif not reply.feedback.strip():
        yield Fault("reply-without-feedback", "Whoever replies this is not told why it went as it did.", "Add `feedback:` that says what was kind in it and what was right, or what was not.", at, WARNING)
    routes = [((*at, "to"), None, reply.to)] if isinstance(reply.to, str) else [((*at, "to", written(level)), level, scene) for level, scene in reply.to.items()]
    for path, level, scene in routes:
        if level is not None and scenario.mood.is_sound and not scenario.mood.has(level):
            yield _unknown_mood(level, scenario.mood, path, key=True)
        if scene not in scenario.scenes:
            yield _unknown_scene(scene, scenario.scenes, path)
    if later := reply.returns:
        if later.to not in scenario.scenes:
            yield _unknown_scene(later.to, scenario.scenes, (*at, "returns", "to"))
        if later.mood is not None and scenario.mood.is_sound and not scenario.mood.has(later.mood):
            yield _unknown_mood(later.mood, scenario.mood, (*at, "returns", "mood"))


def _alike(mood: Mood, replies: list[Reply], at: Path) -> Iterator[Fault]:
    """Yield replies of a scene that have the same id, say the same or do the same."""
    for (first, one), (number, other) in combinations(enumerate(replies), 2):
        if one.id == other.id:
            yield Fault("duplicate-id", f"Two replies have the id `{other.id}`.", "Give each an id of its own, or none.", (*at, number, "id"))
        if one.text.casefold().strip(" .!?") == other.text.casefold().strip(" .!?"):
            yield Fault("identical-replies", f"Replies {first + 1} and {number + 1} say the same.", "Change one of them, or remove it.", (*at, number, "text"), WARNING)
        elif _effect(one, mood) == _effect(other, mood) and one.feedback.strip() == other.feedback.strip():
            cure = "Let them differ in `mood`, `right`, `steps` or in where they lead, or say of each why it went so; or keep one of them."
            yield Fault("replies-alike", f"It makes no difference whether “{excerpt(one.text)}” is replied or “{excerpt(other.text)}”.", cure, (*at, number), WARNING)


def _effect(reply: Reply, mood: Mood) -> tuple[object, ...]:
    """Return all that a reply brings about."""
    leads = [reply.scene_at(level) for level in range(mood.lowest, mood.highest + 1)] if mood.is_sound else reply.to
    return reply.mood, reply.right, leads, reply.returns and (reply.returns.to, reply.returns.mood), sorted(reply.steps)


def _of_people(scenario: Scenario) -> Iterator[Fault]:
    speaking = {scene.who for scene in scenario.scenes.values()}
    meant = {did_you_mean(who, scenario.people) for who in speaking if who and who not in scenario.people}
    for name in scenario.people:
        if name not in speaking and not any(f"`{name}`" in near for near in meant):
            yield Fault("silent-person", f"`{name}` says nothing in any scene.", f"Write `who: {name}` where they speak, or remove them.", ("people", name), HINT, key=True)


def _of_all(scenario: Scenario) -> Iterator[Fault]:
    """Yield what is true of all the replies together."""
    at: Path = ("scenes",)
    replies = [reply for scene in scenario.scenes.values() for reply in scene.replies]
    if not replies:
        yield Fault("no-replies", "There is nothing to reply in this conversation.", "Give its first scene `replies:`, each with `text` and the scene it leads `to`.", at, key=True)
    if replies and not any(reply.mood for reply in replies):
        yield Fault("mood-never-changes", "No reply changes the customer's mood, so it makes no difference how anything is said.", "Write `mood: +1` to replies that are kind, and `mood: -1` to those that are not.", at, WARNING, key=True)
    if replies and not any(reply.right for reply in replies):
        yield Fault("nothing-right", "No reply is a right answer, so only kindness counts.", "Write `right: 1` to replies that are right, kind or not, and `right: 0,5` to those that are half right.", at, WARNING, key=True)
    if len({(later.to, later.mood) for reply in replies if (later := reply.returns)}) > MOST_RETURNS:
        yield Fault("too-many-returns", f"More than {MOST_RETURNS} things come back in this conversation.", "Keep those that matter most, or make two conversations of it.", at, key=True)
    if longest := told_by_length(scenario):
        cure = "Shorten some of the best replies, or let others say more: who notices replies without thinking."
        yield Fault("obvious-best-reply", f"In every scene the best reply is clearly the longest, such as “{excerpt(longest)}”.", cure, at, WARNING, key=True)


def told_by_length(scenario: Scenario) -> str:
    """Return the first of the best replies if, scene by scene, all of them can be told by their length."""
    found = []
    for scene in scenario.scenes.values():
        if len(scene.replies) > 1:
            best = max((reply.right, reply.mood) for reply in scene.replies)
            longest = max((reply for reply in scene.replies if (reply.right, reply.mood) == best), key=lambda reply: len(reply.text))
            others = [len(reply.text) for reply in scene.replies if (reply.right, reply.mood) != best]
            if not others or len(longest.text) < CLEARLY * max(others):
                return ""
            found.append(longest.text)
    return found[0] if len(found) >= MANY else ""


def find_step_faults(scenario: Scenario, model: dict[str, str]) -> Iterator[Fault]:
    """Yield steps of replies that the course's service model does not have."""
    unknown = {}
    for name, scene in scenario.scenes.items():
        for number, reply in enumerate(scene.replies):
            for place, step in enumerate(reply.steps):
                if step not in model:
                    unknown.setdefault(step, ("scenes", name, "replies", number, "steps", place))
    for step, at in unknown.items():
        if not model:
            yield Fault("no-service-model", "This course has no service model yet, so nobody sees what this step is.", f"Write its steps in course.yaml, in their order: `service_model: {{{', '.join(f'{one}: …' for one in unknown)}}}`.", at, WARNING)
            return
        cure = did_you_mean(step, model) or f"Its steps are {_list([f'`{one}`' for one in model])}. A new one is written in course.yaml."
        yield Fault("unknown-step", f"The service model has no step `{step}`.", cure, at, WARNING)


def written(level: int) -> str:
    """Return a level as its author wrote it."""
    return getattr(level, "written", str(level))


def excerpt(text: str, longest: int = 40) -> str:
    """Return the beginning of a text, for quoting it."""
    text = " ".join(text.split()).rstrip(".")
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0].rstrip(' ,.;:–-')} …"


def _list(words: Iterable[object], most: int = 99) -> str:
    words = [str(word) for word in words]
    return ", ".join(words[:most]) + (" …" if len(words) > most else "")
