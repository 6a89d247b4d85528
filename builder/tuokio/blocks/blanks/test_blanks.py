"""What a text with gaps is besides its example: Markdown around gaps, and the same gaps in two languages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

COURSE = "id: gaps\ntitle: {fi: Aukot, sv: Luckor}\nlanguages: [fi, sv]\n"
SOURCE = '---\nid: one\ntitle: Yksi\n---\n\n```quiz\nid: days\nblanks: "Palautusaika on [[14|neljätoista]] päivää, ja lappujen [[ei tarvitse|*pitää]] olla paikallaan."\nexplanation: Se on lupauksemme.\n```\n'
TRANSLATION = '---\ntitle: Ett\n---\n\n```quiz\nid: days\n{blanks}explanation: Det är vårt löfte.\n```\n'


def gap(text: str, check_course: Callable) -> tuple[str, dict]:
    """Return the question's HTML, and what the browser decides by."""
    pages, findings = check_course({"one.md": f"```quiz\nid: one\nblanks: |\n  {text}\nexplanation: So it is.\n```\n"})
    assert not [finding for finding in findings if finding.id not in ("missing-id", "no-settings")], findings
    step = pages.editions[0].pages[0].steps[0]
    return step.html, step.items["one"]


@pytest.mark.parametrize("text, around", [
    ("Open **[[14]]** days.", r"<strong><span class=\"gap\".*?</span></strong>"),
    ("Open very**[[14]]**ly.", r"very<strong><span class=\"gap\".*?</span></strong>ly"),
    ("Open *[[14]] or [[15]]* days.", r"<em><span class=\"gap\".*?</span> or <span.*?</span></em>"),
    ("- Open [[14]] days.\n  - Closed [[2]].", r"<li>Open <span class=\"gap\""),
    ("| a | b |\n  |---|---|\n  | [[14]] | [[*x|y]] |", r"<td><span class=\"gap\""),
    ("`[[14]]`", r"<code><span class=\"gap\""),
    ("1 \\[[not a gap]] and [[14]]", r"1 \[\[not a gap\]\] and <span class=\"gap\""),
], ids=["bold", "bold inside a word", "two in one emphasis", "a list", "a table", "code", "brackets that are no gap"])
def test_markdown_goes_on_around_gaps(text: str, around: str, check_course: Callable) -> None:
    html, _ = gap(text, check_course)
    assert re.search(around, html, re.S), html
    assert "\ue010" not in html and "\ue011" not in html


def test_a_sign_with_a_backslash_means_itself(check_course: Callable) -> None:
    _, data = gap(r"[[a\|b|c\*]] [[\*x|y]] [[z\]]]", check_course)
    assert {"a": ["a|b", "c*"], "b": ["*x", "y"], "c": ["z]"]} == data["accepted"]


def test_what_is_typed_cannot_break_the_page(check_course: Callable) -> None:
    html, data = gap('[[<u>|"x]] [[*<i>"|&]]', check_course)
    assert "<u>" not in html and "<i>" not in html
    assert "&lt;i&gt;&#34;" in html
    assert {"a": ["<u>", '"x']} == data["accepted"]


def test_what_is_accepted_does_not_stand_in_the_html(check_course: Callable) -> None:
    html, _ = gap("Open [[fourteen|14]] days, [[*b|a]].", check_course)
    assert "fourteen" not in html and "14" not in html
    assert html.index('value="b"') < html.index('value="a"'), "nor does the order of options tell"


def read(blanks: str, check_course: Callable) -> tuple[dict, dict, list[str]]:
    """Return what the browser decides by in the source and in the translation, and the findings of the translation."""
    pages, findings = check_course({"course.yaml": COURSE, "01-one.md": SOURCE, "01-one.sv.md": TRANSLATION.replace("{blanks}", blanks)})
    return *(edition.pages[0].steps[0].items["days"] for edition in pages.editions), [finding.id for finding in findings]


def test_a_translation_has_its_own_words_in_the_same_gaps(check_course: Callable) -> None:
    source, translated, findings = read('blanks: "Inom [[14|fjorton]] dagar, och lapparna [[behöver inte|*måste]] sitta kvar."\n', check_course)
    assert [] == findings
    assert {"a": ["14", "fjorton"]} == translated.pop("accepted")
    assert {"a": ["14", "neljätoista"]} == source.pop("accepted")
    assert source == translated, "the rest, and the revision, is the source's"


@pytest.mark.parametrize("blanks", [
    '"Inom [[14]] dagar."',
    '"Inom [[14]] dagar, och lapparna [[*behöver inte|måste]] sitta kvar."',
    '"Inom [[*14|15]] dagar, och lapparna [[måste]] sitta kvar."',
    '"Inom [[14]] dagar, och lapparna [[behöver inte|*måste|får]] sitta kvar."',
    '"Inom fjorton dagar."',
], ids=["a gap less", "another option", "typed for picked", "an option more", "none"])
def test_other_gaps_than_the_sources_are_told_and_the_source_is_shown(blanks: str, check_course: Callable) -> None:
    source, translated, findings = read(f"blanks: {blanks}\n", check_course)
    assert "gaps-differ" in findings
    assert source == translated


def test_a_text_that_is_not_translated_is_shown_in_the_sources_language(check_course: Callable) -> None:
    source, translated, findings = read("", check_course)
    assert "answers-not-translated" in findings
    assert source == translated


def test_the_source_takes_the_place_of_what_cannot_stand_in_for_it(check_course: Callable) -> None:
    after = "\n```quiz\nid: after\nstatement: S\ncorrect: true\nexplanation: E\n```\n"
    pages, _ = check_course({"course.yaml": COURSE, "01-one.md": SOURCE + after, "01-one.sv.md": TRANSLATION.replace("{blanks}", "") + after})
    step = pages.editions[1].pages[0].steps[0]
    assert ["days", "after"] == list(step.items)
    assert '<div lang="fi"' in step.html.split('data-item="after"')[0]
