"""Pairs written as keys and values: what their ids are, and what a translator's other keys do to them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tuokio.finding import Finding

Check = Callable[..., tuple[object, list[Finding]]]
COURSE = "id: c-1111\ntitle: {fi: C, en: C}\nlanguages: [fi, en]\n"
SOURCE = """match:
  Kuitti: todistaa ostoksen
  Takuu: lupaa korjauksen
  Tiliote: todistaa ostoksen
extra: [antaa alennuksen]"""


def module(language: str, match: str) -> str:
    front = "---\nid: a\ntitle: A\n---\n\n"
    return f"{front}```quiz\nid: q\nquestion: {'Mikä?' if language == 'fi' else 'Which?'}\n{match}\nexplanation: {'Siksi.' if language == 'fi' else 'So.'}\n```\n"


@pytest.fixture
def translate(check_course: Check) -> Callable[[str, str], tuple[str, list[Finding]]]:
    """Return the English page of a question written in Finnish, and the findings."""

    def run(source: str, translation: str) -> tuple[str, list[Finding]]:
        pages, findings = check_course({"course.yaml": COURSE, "1-a.md": module("fi", source), "1-a.en.md": module("en", translation)})
        finnish, english = (edition.pages[0].steps[0] for edition in pages.editions)
        assert finnish.items == english.items, "what the browser grades by is the source's"
        assert finnish.html.count("<option") == english.html.count("<option")
        return english.html, findings

    return run


def rows(html: str) -> list[str]:
    return re.findall(r'<label class="option"><span>\s*(.*?)\s*</span>', html, re.S)


def choices(html: str) -> list[str]:
    return re.findall(r"<option>(.*?)</option>", html)[: html.count("<option>") // len(rows(html))]


def test_pairs_have_letters_and_a_right_side_of_two_is_one(check_course: Check) -> None:
    pages, findings = check_course({"course.yaml": COURSE.replace(", en]", "]").replace("{fi: C, en: C}", "C"), "1-a.md": module("fi", SOURCE)})
    step = pages.editions[0].pages[0].steps[0]
    assert [] == findings
    assert [("a", "a"), ("b", "b"), ("c", "a")] == [(pair["id"], pair["right"]) for pair in step.items["q"]["goes"]]
    assert {"a", "b", "x1"} == set(step.items["q"]["rights"])
    assert "value=\"a\"" not in step.html, "the page does not tell which right side goes with which left one"


def test_a_translation_with_other_keys_pairs_by_position(translate: Callable) -> None:
    html, findings = translate(SOURCE, "match:\n  Receipt: proves the purchase\n  Guarantee: promises a repair\n  Bank statement: proves the purchase\nextra: [gives a discount]")
    assert [] == findings
    assert ["Receipt", "Guarantee", "Bank statement"] == rows(html)
    assert {"proves the purchase", "promises a repair", "gives a discount"} == set(choices(html))


def test_a_key_that_is_the_same_in_both_languages_pairs_by_its_name(translate: Callable) -> None:
    html, findings = translate("match: {Latte: maito, Espresso: ei maitoa, Kaakao: suklaa}", "match: {Espresso: no milk, Latte: milk, Cocoa: chocolate}")
    assert [] == findings
    assert ["Latte", "Espresso", "Cocoa"] == rows(html)


def test_a_pair_not_translated_is_shown_in_the_source_language_and_marked_with_it(translate: Callable) -> None:
    html, findings = translate(SOURCE, "match:\n  Receipt: proves the purchase\n  Guarantee: promises a repair\nextra: [gives a discount]")
    assert ["untranslated"] == [finding.id for finding in findings]
    assert '<span lang="fi" dir="ltr">Tiliote</span>' in html
    assert "proves the purchase" in choices(html), "the right side it shares is translated with the other pair"


@pytest.mark.parametrize(
    "translation, told, line",
    [
        ("match:\n  Receipt: proves the purchase\n  Guarantee: promises a repair\n  Bank statement: shows the purchase\nextra: [gives a discount]", "translation-differs", 12),
        ("match:\n  Receipt: helps\n  Guarantee: helps\n  Bank statement: helps\nextra: [gives a discount]", "translation-differs", 11),
        ("match:\n  Receipt: proves the purchase\n  Guarantee: promises a repair\n  Bank statement: proves the purchase\nextra: [promises a repair]", "translation-differs", 13),
        ("match:\n  Receipt: proves the purchase\n  Guarantee: promises a repair\n  Bank statement: proves the purchase\n  Advert: promises all\nextra: [gives a discount]", "not-in-source", 13),
        ("match:\n  - {left: Receipt, right: proves the purchase}\n  - {left: Guarantee, right: promises a repair}\nextra: [gives a discount]", "translation-differs", 9),
    ],
    ids=["tells two right sides apart that are one", "mixes up two that are not", "makes an extra one right", "has a pair too many", "is written as a list"],
)
def test_a_translation_that_would_change_the_answer_is_told_of_and_changes_nothing(translate: Callable, translation: str, told: str, line: int) -> None:
    _, findings = translate(SOURCE, translation)
    assert [(told, line)] == [(finding.id, finding.span.line) for finding in findings if finding.id != "untranslated"]


def test_pairs_of_a_list_keep_the_ids_of_their_author_in_any_order(translate: Callable) -> None:
    source = "match:\n  - {id: receipt, left: Kuitti, right: todistaa}\n  - {id: promise, left: Takuu, right: lupaa, feedback: Vika korjataan.}"
    html, findings = translate(source, "match:\n  - {id: promise, left: Guarantee, right: promises, feedback: A fault is mended.}\n  - {id: receipt, left: Receipt, right: proves}")
    assert [] == findings
    assert ["Receipt", "Guarantee"] == rows(html)
    assert html.index('data-option="promise"') < html.index("A fault is mended.")
