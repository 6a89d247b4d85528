"""What of a scale is a matter of words, and what holds in every language; how authors write days."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tuokio.finding import Finding

Check = Callable[..., tuple[object, list[Finding]]]
COURSE = "id: c-1111\ntitle: {fi: C, en: C}\nlanguages: [fi, en]\n"
SOURCE = """id: s
title: Miten kohtaan ihmisiä?
statements: {tyyni: Pysyn tyynenä., kysy: Kysyn ennen kuin tarjoan.}
labels: [en koskaan, joskus, usein]
again: 2 viikkoa
profiles:
  kuuntelu: {name: Ensin kuuntelen, of: [tyyni, kysy], text: Ihmiset kokevat tulleensa kuulluiksi.}
"""
TRANSLATION = """id: s
title: How do I meet people?
statements: {kysy: I ask before I offer., tyyni: I stay calm.}
labels: [never, sometimes, often]
profiles:
  kuuntelu: {name: Listening first, text: People feel heard.}
"""


def module(text: str) -> str:
    return f"---\nid: a\ntitle: A\n---\n\n```scale\n{text}```\n"


@pytest.fixture
def read(check_course: Check) -> Callable[..., tuple[list, list[str]]]:
    """Return each language's step, and the ids of the findings."""

    def run(source: str, translation: str = "") -> tuple[list, list[str]]:
        pages, findings = check_course({"course.yaml": COURSE if translation else COURSE.replace("fi, en", "fi"), "1-a.md": module(source), **({"1-a.en.md": module(translation)} if translation else {})})
        return [edition.pages[0].steps[0] for edition in pages.editions], [finding.id for finding in findings]

    return run


def test_statements_keep_their_ids_and_order_in_another_language(read: Callable) -> None:
    (finnish, english), findings = read(SOURCE, TRANSLATION)
    assert [] == findings
    assert finnish.items == english.items, "where somebody stood is read in every language"
    assert ["tyyni", "kysy"] == finnish.items["s"]["asked"] and 3 == finnish.items["s"]["steps"] and 14 == finnish.items["s"]["again"]
    assert ["I stay calm.", "I ask before I offer."] == re.findall(r"<legend>(.*?)</legend>", english.html)
    assert {"never", "sometimes", "often"} == {*re.findall(r"<span>(\w+)</span></label>", english.html)}


def test_another_number_of_labels_in_a_translation_is_told_of_and_the_source_holds(read: Callable) -> None:
    (finnish, english), findings = read(SOURCE, TRANSLATION.replace("again: 2 viikkoa", "").replace("[never, sometimes, often]", "[never, sometimes, often, always]"))
    assert "not-in-source" in findings and finnish.items == english.items


def test_it_weighs_nothing_and_asks_nothing_that_is_graded(read: Callable) -> None:
    (step,), _ = read(SOURCE)
    assert "points" not in step.items["s"] and "data-item" not in step.html


@pytest.mark.parametrize("written, days", [("7", 7), ("7 days", 7), ("1 day", 1), ("7 päivää", 7), ("14 päivän", 14), ("10 pv", 10), ("7 dagar", 7), ("1 week", 7), ("2 viikkoa", 14), ("2 viikon", 14), ("3 vk", 21), ("1 vecka", 7), ("2 Veckor", 14)])
def test_days_are_read_as_people_write_them(written: str, days: int, read: Callable) -> None:
    (step,), findings = read(SOURCE.replace("2 viikkoa", written))
    assert [] == findings and days == step.items["s"]["again"]


def test_on_paper_it_is_filled_in_twice_with_the_strengths_by_the_numbers_of_their_statements(read: Callable) -> None:
    (step,), _ = read(SOURCE)
    assert 2 == step.paper.count('<th scope="col">Päivä:')
    assert 2 * 2 == step.paper.count("<span>1</span> <span>2</span> <span>3</span>"), "each statement has room for both times"
    assert "<b>3</b> usein" in step.paper and "Väitteet 1, 2" in step.paper


def test_a_statement_the_source_does_not_have_is_named_and_left_out(read: Callable) -> None:
    (finnish, english), findings = read(SOURCE, TRANSLATION.replace("kysy:", "kyse:"))
    assert "not-in-source" in findings and "translation-differs" not in findings and finnish.items == english.items
    (finnish, english), findings = read(SOURCE.replace("labels:", "notes:"), TRANSLATION)
    assert "translation-differs" in findings and finnish.items == english.items
