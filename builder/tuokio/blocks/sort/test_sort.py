"""Buckets written as keys with lists: what the ids are, and what a translator's other keys do to them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tuokio.finding import Finding

Check = Callable[..., tuple[object, list[Finding]]]
COURSE = "id: c-1111\ntitle: {fi: C, en: C}\nlanguages: [fi, en]\n"
SOURCE = """sort:
  Teen itse: [Kylmä kahvi, {text: Väärä kakku, feedback: Uusi maksaa vähän.}]
  Vien eteenpäin:
    - Väärä lasku
  Heitän pois: []"""


def module(language: str, sort: str) -> str:
    front = "---\nid: a\ntitle: A\n---\n\n"
    return f"{front}```quiz\nid: q\nquestion: {'Kenen?' if language == 'fi' else 'Whose?'}\n{sort}\nexplanation: {'Siksi.' if language == 'fi' else 'So.'}\n```\n"


@pytest.fixture
def translate(check_course: Check) -> Callable[[str], tuple[str, list[Finding]]]:
    """Return the English page of the question, and the findings."""

    def run(translation: str) -> tuple[str, list[Finding]]:
        pages, findings = check_course({"course.yaml": COURSE, "1-a.md": module("fi", SOURCE), "1-a.en.md": module("en", translation)})
        finnish, english = (edition.pages[0].steps[0] for edition in pages.editions)
        assert finnish.items == english.items, "what the browser grades by is the source's"
        assert finnish.html.count("<input") == english.html.count("<input")
        return english.html, findings

    return run


def things(html: str) -> dict[str, str]:
    return dict(re.findall(r'data-option="(\w+)">\s*<fieldset class="option"><legend>\s*(.*?)\s*</legend>', html, re.S))


def buckets(html: str) -> list[str]:
    return re.findall(r'value="\w+"><span>(.*?)</span></label>', html)[: html.count("<label>") // html.count("<fieldset class=\"option\">")]


def test_things_have_letters_through_all_buckets_and_buckets_their_own(check_course: Check) -> None:
    pages, findings = check_course({"course.yaml": COURSE.replace(", en]", "]").replace("{fi: C, en: C}", "C"), "1-a.md": module("fi", SOURCE)})
    step = pages.editions[0].pages[0].steps[0]
    assert [] == findings
    assert ["a", "b", "c"] == step.items["q"]["buckets"]
    assert [("a", "a"), ("b", "a"), ("c", "b")] == [(thing["id"], thing["bucket"]) for thing in step.items["q"]["things"]]
    assert ["a", "b", "c"] != list(things(step.html)), "the page does not list the things bucket by bucket"


def test_a_translation_with_other_keys_pairs_by_position(translate: Callable) -> None:
    html, findings = translate("sort:\n  Mine: [Cold coffee, {text: Wrong cake, feedback: A new one costs little.}]\n  The boss's: [Wrong invoice]\n  Thrown away: []")
    assert [] == findings
    assert {"a": "Cold coffee", "b": "Wrong cake", "c": "Wrong invoice"} == things(html)
    assert ["Mine", "The boss's", "Thrown away"] == [name.replace("&#39;", "'").replace("’", "'") for name in buckets(html)]


def test_a_thing_not_translated_is_shown_in_the_source_language_and_marked_with_it(translate: Callable) -> None:
    html, findings = translate("sort:\n  Mine: [Cold coffee]\n  The boss's: [Wrong invoice]")
    assert ["untranslated"] == [finding.id for finding in findings]
    assert '<span lang="fi" dir="ltr">Väärä kakku</span>' == things(html)["b"]
    assert '<span lang="fi" dir="ltr">Heitän pois</span>' == buckets(html)[2]


@pytest.mark.parametrize(
    "translation, told",
    [
        ("sort:\n  Mine: [Cold coffee, Wrong cake, Wet chair]\n  The boss's: [Wrong invoice]\n  Thrown away: []", [("not-in-source", 10)]),
        ("sort:\n  Mine: [Cold coffee]\n  The boss's: [Wrong invoice, Wrong cake]\n  Thrown away: []", [("not-in-source", 11)]),
        ("sort:\n  Mine: [Cold coffee, Wrong cake]\n  The boss's: [Wrong invoice]\n  Thrown away: []\n  Given away: []", [("not-in-source", 13)]),
        ("sort:\n  - {bucket: Mine, things: [Cold coffee]}\n  - {bucket: The boss's, things: [Wrong invoice]}", [("translation-differs", 9)]),
    ],
    ids=["has a thing too many", "moves a thing to another bucket", "has a bucket too many", "is written as a list"],
)
def test_a_translation_that_would_change_the_answer_is_told_of_and_changes_nothing(translate: Callable, translation: str, told: list[tuple[str, int]]) -> None:
    _, findings = translate(translation)
    assert told == [(finding.id, finding.span.line) for finding in findings if finding.id != "untranslated"]


def test_one_thing_alone_needs_no_list(check_course: Check) -> None:
    pages, findings = check_course({"course.yaml": COURSE.replace(", en]", "]").replace("{fi: C, en: C}", "C"), "1-a.md": module("fi", "sort: {Teen itse: Kylmä kahvi, Vien eteenpäin: Väärä lasku}")})
    assert [] == findings
    assert {"a": "Kylmä kahvi", "b": "Väärä lasku"} == things(pages.editions[0].pages[0].steps[0].html)
