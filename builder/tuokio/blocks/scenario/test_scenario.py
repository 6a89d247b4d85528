"""What a conversation takes of its course, what a translation may say of it, and how long it takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tuokio.blocks.scenario.graph import Graph
from tuokio.blocks.scenario.model import Scenario
from tuokio.finding import Finding

Check = Callable[..., tuple[Any, list[Finding]]]
EXAMPLE = Path(__file__).with_name("example.md").read_text("utf-8")
SWEDISH = """title: Kaffet var kallt
mood: {names: {-2: ursinnig, -1: irriterad, 0: lugn, 1: nöjd}}
scenes:
  counter:
    says: Det är andra gången den här veckan.
    replies:
      - text: Förlåt, så tråkigt. Jag gör en ny genast.
      - Maskinen krånglar. Jag gör en ny."""


def module(text: str) -> str:
    return f"---\nid: a\ntitle: A\n---\n\n{text}"


@pytest.fixture
def translate(check_course: Check) -> Callable[[str], tuple[Scenario, list[Finding]]]:
    """Return the example in Swedish, and the findings; what the browser decides by is the same."""

    def run(translation: str, source: str = EXAMPLE) -> tuple[Scenario, list[Finding]]:
        course = "id: c-1111\ntitle: {en: C, sv: C}\nlanguages: [en, sv]\n"
        pages, findings = check_course({"course.yaml": course, "1-a.md": module(source), "1-a.sv.md": module(f"```scenario\nid: example-scenario\n{translation}\n```\n")})
        english, swedish = (edition.pages[0].steps[0] for edition in pages.editions)
        assert english.items == swedish.items
        return next(block for edition in pages.course.editions if edition.language == "sv" for block in edition.modules[0].blocks), findings

    return run


def say(findings: list[Finding]) -> list[tuple[str, int, int]]:
    """Return what is wrong with the translation, but for what it leaves out."""
    return [(finding.id, finding.span.line, finding.span.column) for finding in findings if finding.span.path.name == "1-a.sv.md" and finding.id != "untranslated"]


def test_a_translation_gives_texts_and_borrows_the_rest(translate: Callable) -> None:
    swedish, findings = translate(SWEDISH)
    assert [] == say(findings)
    assert "Kaffet var kallt" == swedish.title
    assert ["ursinnig", "irriterad", "lugn", "nöjd"] == [*swedish.mood.names.values()]
    first, second, third = swedish.scenes["counter"].replies
    assert ("Förlåt, så tråkigt. Jag gör en ny genast.", "You heard what it was about and put it right before anything else.") == (first.text, first.feedback)
    assert ("Maskinen krånglar. Jag gör en ny.", "mended", 1) == (second.text, second.to, second.right)
    assert third.text.startswith("Oh dear")
    assert "You cannot? I pay three euros and ten cents for this!" == swedish.scenes["refused"].says


@pytest.mark.parametrize(
    "translation, id, place",
    [
        ("scenes:\n  extra: {says: Nytt}", "not-in-source", (10, 3)),
        ("scenes:\n  counter:\n    replies: [A, B, C, {text: D}]", "not-in-source", (11, 24)),
        ("scenes:\n  leaves:\n    replies: [{text: A}]", "not-in-source", (11, 5)),
        ("scenes:\n  leaves: {end: good}", "translation-differs", (10, 17)),
        ("scenes:\n  leaves: {who: eva}", "translation-differs", (10, 17)),
        ("scenes:\n  counter:\n    replies: [{text: A, to: leaves}]", "translation-differs", (11, 29)),
        ("mood: {names: {-3: rasande, 0: lugn}}", "not-in-source", (9, 16)),
        ("mood: 1", "translation-differs", (9, 1)),
        ("people: {eva: Eva}", None, None),
    ],
)
def test_what_a_translation_says_otherwise_is_found_and_changes_nothing(translation: str, id: str | None, place: tuple[int, int] | None, translate: Callable) -> None:
    swedish, findings = translate(f"title: K\n{translation}")
    assert ([(id, *place)] if id else []) == say(findings)
    assert "K" == swedish.title
    assert list(swedish.scenes) == ["counter", "refused", "new-cup", "mended", "leaves"]


def test_moods_that_only_a_translation_names_are_those_of_the_source(translate: Callable) -> None:
    source = EXAMPLE.replace("{start: -1, names: {-2: furious, -1: annoyed, 0: calm, 1: pleased}}", "-1")
    swedish, findings = translate("title: K\nmood: {names: {-2: ursinnig, -1: irriterad, 0: lugn, 1: nöjd, 2: glad}}", source)
    assert [] == say(findings)
    assert (-1, "irriterad") == (swedish.mood.start, swedish.mood.names[-1])
    swedish, findings = translate("title: K\nmood: {names: {-1: irriterad, 0: lugn}}", source)
    assert ("translation-differs", 9, 15) in say(findings)
    assert "The coffee was cold" == swedish.title, "it would be another conversation"


STEPS = EXAMPLE.replace("        right: 1\n", "        right: 1\n        steps: [listen, sovle]\n", 1)


@pytest.mark.parametrize(
    "model, told",
    [
        ("service_model: {listen: Listen, solve: Solve}", [("unknown-step", "Did you mean `solve`?")]),
        ("service_model: {listen: Listen, close: Close}", [("unknown-step", "Its steps are `listen`, `close`. A new one is written in course.yaml.")]),
        ("service_model: {listen: Listen, sovle: Solve, close: Close}", []),
        ("", [("no-service-model", "Write its steps in course.yaml, in their order: `service_model: {listen: …, sovle: …}`.")]),
    ],
)
def test_steps_are_those_of_the_service_model_in_course_yaml(model: str, told: list[tuple[str, str]], check_course: Check) -> None:
    pages, findings = check_course({"course.yaml": f"id: c-1111\ntitle: C\nlanguages: [en]\n{model}\n", "1-a.md": module(STEPS)})
    assert told == [(finding.id, finding.cure) for finding in findings]
    block = next(iter(pages.course.modules[0].blocks))
    if not told:
        assert [("listen", "Listen"), ("sovle", "Solve"), ("close", "Close")] == block.steps, "all that there are, so that missed ones can be told"


def test_minutes_are_those_of_one_run_by_the_best_replies() -> None:
    scene = {"says": "x" * 500, "replies": [{"text": "y" * 100, "right": 1, "mood": 1, "feedback": "z" * 200, "to": "b"}, {"text": "y" * 100, "feedback": "z" * 900, "to": "c"}]}
    ends = {"b": {"says": "x" * 100, "end": "good"}, "c": {"says": "x" * 5000, "end": "bad"}}
    assert pytest.approx(1.25) == Scenario(title="T", scenes={"a": scene, **ends}).minutes
    assert pytest.approx(1.05) == Scenario(title="T", scenes={"a": {**scene, "replies": [{**scene["replies"][0], "to": "a"}]}}).minutes, "a circle is gone once"


def test_of_the_largest_conversation_there_are_few_enough_moments_to_look_through() -> None:
    chance = Random(1)
    names = [f"s{number}" for number in range(60)]
    returns = [{"to": name, "after": "Later"} for name in names[:3]]

    def reply(mood: int) -> dict[str, Any]:
        return {"text": "r", "mood": mood, "right": chance.choice([0, 0.5, 1]), "to": {level: chance.choice(names) for level in (-3, 0, 2)}, "returns": chance.choice([None, None, *returns])}

    scenes = {name: {"says": "s", "end": "good"} if name > "s55" else {"says": "s", "replies": [reply(mood) for mood in (1, 0, -1)]} for name in names}
    scenario = Scenario(title="T", mood={"start": 0, "names": {level: "m" for level in range(-3, 4)}}, scenes=scenes)
    assert 60 < len(Graph(scenario.conversation).nodes) <= 60 * 7 * 16
