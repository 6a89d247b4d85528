"""What a rule asks: the reasons it finds, what they weigh, what is told of its changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tuokio.finding import Finding
from tuokio.page import RenderedStep

Check = Callable[..., tuple[Any, list[Finding]]]
COURSE = "id: c-1111\ntitle: {en: C, fi: C}\nlanguages: [en, fi]\n"
RULE = """```rule
id: time
rule: Within 14 days.
why: It can be sold.
flex: Up to 30 days.
cases:
  - {case: Day 20., bend: true}
  - {case: Day 60., bend: false}
```
"""
OTHERS = """```rule
id: food
rule: No food.
why: Nobody knows how it was kept.
hold: Never.
cases: [{case: A cheese., bend: false}]
```
```rule
id: twin
rule: No tins.
why: Nobody knows how it was kept.
hold: Never.
cases: [{case: A tin., bend: false}]
```
```rule
id: age
rule: Ask for the age.
force: law
why: It is a crime.
cases: [{case: He looks forty., bend: false}]
```
"""


@pytest.fixture
def step(check_course: Check) -> Callable[..., RenderedStep]:
    """Return the first step of a module of these blocks."""

    def build(text: str, course: str = "id: c-1111\ntitle: C\n", front: str = "") -> RenderedStep:
        pages, _ = check_course({"course.yaml": course, "1-a.md": f"---\nid: a\ntitle: A\n{front}---\n\n{text}"})
        return pages.editions[0].pages[0].steps[0]

    return build


def reasons(step: RenderedStep, rule: str, item: str) -> list[str]:
    parts = {part["id"]: part for part in step.made[rule][f"{rule}.{item}"]["parts"]}
    return parts["reason"]["options"] if "reason" in parts else []


def test_reasons_that_only_sound_right_are_the_authors_and_then_those_of_rules_beside_it(step: Callable) -> None:
    alone, both, written = RULE, RULE + OTHERS, RULE.replace("cases:", "not_why: [One., Two., Three.]\ncases:") + OTHERS
    assert [] == reasons(step(alone), "time", "a")
    assert ["why", "of-food", "of-age"] == reasons(step(both), "time", "a"), "two rules with one reason are one reason to choose"
    assert ["why", "a", "b", "c"] == reasons(step(written), "time", "a")
    assert ["why", "a", "of-food"] == reasons(step(written.replace(", Two., Three.", "")), "time", "a")


def test_every_case_is_a_question_of_one_unit_and_without_any_it_is_asked_whether_the_rule_may_bend(step: Callable) -> None:
    made = step(RULE).made["time"]
    assert [("time.a", "bend"), ("time.b", "hold")] == [(id, item["parts"][0]["right"]) for id, item in made.items()]
    bare = RULE.split("cases:")[0] + "```"
    for text, right in ((bare, "bend"), (bare.replace("flex:", "hold:"), "hold")):
        made = step(text).made["time"]
        assert {"time.ever": right} == {id: item["parts"][0]["right"] for id, item in made.items()}
        assert "May this rule ever bend?" in made["time.ever"]["html"] and "Within 14 days." in made["time.ever"]["html"]


@pytest.mark.parametrize("keys, points", [("", 1), ("draw: 2\n", 2), ("draw: 9\n", 2), ("draw: 0\n", 0), ("draw: 2\npoints: 5\n", 5)])
def test_a_rule_weighs_what_its_step_asks(step: Callable, keys: str, points: float) -> None:
    assert points == step(RULE.replace("why:", f"{keys}why:")).items["time"]["points"]


@pytest.mark.parametrize(
    "course, front, keys, asked",
    [("", "", "", True), ("confidence: false\n", "", "", False), ("", "confidence: false\n", "", False), ("confidence: false\n", "confidence: true\n", "", True), ("", "", "confidence: false\n", False)],
    ids=["nobody says", "the course says no", "the module says no", "the module overrules the course", "the rule says no"],
)
def test_a_rule_asks_how_sure_one_is_unless_it_is_told_not_to(step: Callable, course: str, front: str, keys: str, asked: bool) -> None:
    made = step(RULE.replace("why:", f"{keys}why:"), f"id: c-1111\ntitle: C\n{course}", front).made["time"]
    assert {asked} == {'class="sureness"' in item["html"] for item in made.values()}


def translate(check_course: Check, source: str, translation: str, front: tuple[str, str] = ("", "")) -> tuple[list[Any], list[Finding]]:
    pages, findings = check_course({"course.yaml": COURSE, "1-a.md": f"---\nid: a\ntitle: A\n{front[0]}---\n\n{source}", "1-a.fi.md": f"---\ntitle: A\n{front[1]}---\n\n{translation}"})
    return [edition.pages[0] for edition in pages.editions], findings


FINNISH = "```rule\nid: time\nrule: 14 päivää.\nwhy: Sen voi myydä.\nflex: 30 päivää.\ncases: [{case: Päivä 20.}, {case: Päivä 60.}]\n```\n"


def test_a_translation_asks_the_same_with_the_reasons_of_rules_not_translated_marked_as_such(check_course: Check) -> None:
    (english, finnish), _ = translate(check_course, RULE + OTHERS, FINNISH)
    ours, theirs = english.steps[0].made["time"], finnish.steps[0].made["time"]
    assert [{key: value for key, value in item.items() if key != "html"} for item in ours.values()] == [{key: value for key, value in item.items() if key != "html"} for item in theirs.values()]
    assert "Sen voi myydä." in theirs["time.a"]["html"] and '<span lang="en">Nobody knows how it was kept.</span>' in theirs["time.a"]["html"]


def test_a_translation_decides_no_case_otherwise(check_course: Check) -> None:
    (english, finnish), findings = translate(check_course, RULE, FINNISH.replace("{case: Päivä 20.}", "{case: Päivä 20., bend: false}"))
    assert english.steps[0].items == finnish.steps[0].items
    assert "bend" == finnish.steps[0].made["time"]["time.a"]["parts"][0]["right"]
    assert ["translation-differs"] == [finding.id for finding in findings if finding.id not in ("no-wrong-reasons", "untranslated")]


LEDGER = "changes:\n  - {date: 2026-11-03, of: time, kind: typo, note: A comma.}\n  - {date: 2026-11-01, of: time, note: It was *seven* days.}\n  - {date: 2026-10-01, of: time, kind: clarified, note: Said better.}\n"


def test_a_card_tells_what_changed_last_in_the_language_of_the_page_and_no_typos(check_course: Check) -> None:
    note = "changes:\n  - {date: 2026-11-01, of: time, note: Aiemmin päiviä oli seitsemän.}\n"
    (english, finnish), findings = translate(check_course, RULE, FINNISH, (LEDGER, note))
    for html in (english.steps[0].html, english.steps[0].paper):
        assert "<b>Changed 1 November 2026:</b> It was <em>seven</em> days." in html and "comma" not in html and "Said better" not in html
    assert "<b>Muuttunut 1. marraskuuta 2026:</b> Aiemmin päiviä oli seitsemän." in finnish.steps[0].html
    assert [] == [finding for finding in findings if finding.id not in ("no-wrong-reasons", "untranslated")]
    assert [("time", "typo", "2026-11-03"), ("time", "changed", "2026-11-01"), ("time", "clarified", "2026-10-01")] == [(one["of"], one["kind"], one["date"]) for one in finnish.changes]
    assert ['<span lang="en" dir="ltr">A comma.</span>', "Aiemmin päiviä oli seitsemän."] == [one["note"] for one in finnish.changes[:2]]


def test_a_note_not_translated_is_marked_with_its_language(check_course: Check) -> None:
    (_, finnish), _ = translate(check_course, RULE, FINNISH, (LEDGER, ""))
    assert '<b>Muuttunut 1. marraskuuta 2026:</b> <span lang="en">It was <em>seven</em> days.</span>' in finnish.steps[0].html


def test_a_change_of_a_rule_that_got_its_id_by_itself_is_told_in_every_language(check_course: Check) -> None:
    (_, finnish), _ = translate(check_course, RULE, FINNISH.replace("id: time\n", ""), (LEDGER, ""))
    assert "It was <em>seven</em> days." in finnish.steps[0].html
