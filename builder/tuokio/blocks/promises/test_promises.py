"""Limits as people write them, what is asked of them, and what a translation tells of them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import pytest

from tuokio.blocks.promises.limit import Limit
from tuokio.finding import Finding
from tuokio.page.pages import RenderedStep

Check = Callable[..., tuple[Any, list[Finding]]]
FINNISH = """roles: [Myyjä, Päällikkö]
otherwise: Soitan esihenkilölle.
promises:
  - {id: hyvitys, situation: Hyvitys, limits: {Myyjä: "20,00 €", Päällikkö: true}, why: Säästää puhelun.}
  - {id: siirto, situation: Toimituksen siirto, limits: {Myyjä: 1 päivä, Päällikkö: 7 päivää}}
  - {id: tavara, situation: Lupaus toisen puolesta, limits: {Myyjä: false, Päällikkö: true}}"""
ENGLISH = """roles: [Assistant, Manager]
otherwise: I call the manager.
promises:
  - {id: hyvitys, situation: Refund, why: It saves a call.}
  - {id: siirto, situation: Moving a delivery, limits: {Assistant: 1 day, Manager: 7 days}}
  - {id: tavara, situation: A promise for others}"""


def module(text: str) -> str:
    return f"---\nid: a\ntitle: A\n---\n\n```promises\nid: p\n{text}\n```\n"


@pytest.fixture
def read(check_course: Check) -> Callable[[str], RenderedStep]:
    """Return the step of a block in Finnish."""

    def run(text: str) -> RenderedStep:
        pages, findings = check_course({"course.yaml": "id: c-1111\ntitle: C\nlanguages: [fi]\n", "1-a.md": module(text)})
        assert [] == findings
        return pages.editions[0].pages[0].steps[0]

    return run


@pytest.fixture
def translate(check_course: Check) -> Callable[[str], tuple[RenderedStep, list[Finding]]]:
    """Return the step of the Finnish block in English, and the findings."""

    def run(translation: str) -> tuple[RenderedStep, list[Finding]]:
        pages, findings = check_course({"course.yaml": "id: c-1111\ntitle: {fi: C, en: C}\nlanguages: [fi, en]\n", "1-a.md": module(FINNISH), "1-a.en.md": module(translation)})
        finnish, english = (edition.pages[0].steps[0] for edition in pages.editions)
        assert finnish.items == english.items, "what the browser decides by is the source's"
        assert [data(finnish, id) for id in finnish.made["p"]] == [data(english, id) for id in english.made["p"]]
        return english, findings

    return run


def data(step: RenderedStep, id: str) -> dict[str, Any]:
    return {key: value for key, value in step.made["p"][id].items() if key != "html"}


def cells(html: str) -> list[str]:
    """Return what the table says, cell by cell, without what stands there for phones."""
    html = re.sub(r'<span [^>]*aria-hidden="true">.*?</span>', "", html)
    return [plain(cell) for cell in re.findall(r"<td.*?</td>", html)]


def plain(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", "", html).split())


def stem(step: RenderedStep, id: str) -> str:
    return plain(re.search(r"<legend.*?</legend>", step.made["p"][id]["html"])[0])


def right(step: RenderedStep, id: str) -> str:
    return next(option["id"] for option in step.made["p"][id]["options"] if option["correct"])


def feedback(step: RenderedStep, id: str) -> dict[str, str]:
    found = re.findall(r'data-option="(\w+)">.*?<div class="feedback"[^>]*>(.*?)</div>', step.made["p"][id]["html"], re.S)
    return {option: plain(text) for option, text in found}


@pytest.mark.parametrize(
    "written, most, shown",
    [("20 €", 20, "20 €"), ("20€", 20, "20€"), ("€20", 20, "€20"), ("2,5 dl", 2.5, "2,5 dl"), ("1 000 €", 1000, "1000 €"), ("12 500,50 €", 12500.5, "12 500,50 €"), ("9,90 €", 9.9, "9,90 €"), ("½ h", 0.5, "0,5 h"), ("20 m2", 20, "20 m2"), ("5,-", 5, "5,-"), ("15 %", 15, "15 %"), ("7", 7, "7")],
)
def test_a_number_is_read_as_people_write_it_and_shown_with_its_unit(written: str, most: float, shown: str, read: Callable) -> None:
    assert most == Limit.read(written).most
    assert shown == cells(read(f'roles: [Myyjä, Päällikkö]\npromises: [{{situation: Jotain, limits: {{Myyjä: "{written}", Päällikkö: true}}}}]').html)[0]


def test_true_is_no_limit_and_false_is_nothing() -> None:
    assert [math.inf, 0] == [Limit.read(text).most for text in ("true", "false")]


@pytest.mark.parametrize("written", ["", "yes", "0 €", "-5 €", "10-20 €", "noin 20 €", "1,000 €", "20 + 5 €", "{{ raja }} €"])
def test_what_is_no_limit_is_none(written: str) -> None:
    assert Limit.read(written) is None


def test_the_table_says_yes_no_and_numbers_in_words(read: Callable) -> None:
    assert ["20,00 €", "ilman rajaa", "Säästää puhelun.", "1 päivä", "7 päivää", "", "ei saa luvata", "saa luvata", ""] == cells(read(FINNISH).html)


def test_each_limit_is_asked_exactly_and_one_step_beyond(read: Callable) -> None:
    step = read(FINNISH)
    asked = {id.removeprefix("p."): (stem(step, id), right(step, id)) for id in step.made["p"]}
    assert {
        "hyvitys.at-1": ("Hyvitys: 20,00 €. Kuka saa luvata tämän?", "a"),
        "hyvitys.over-1": ("Hyvitys: 21,00 €. Kuka saa luvata tämän?", "b"),
        "siirto.at-1": ("Toimituksen siirto: 1 päivä. Kuka saa luvata tämän?", "a"),
        "siirto.over-1": ("Toimituksen siirto: 2 päivää. Kuka saa luvata tämän?", "b"),
        "siirto.at-2": ("Toimituksen siirto: 7 päivää. Kuka saa luvata tämän?", "b"),
        "siirto.over-2": ("Toimituksen siirto: 8 päivää. Kuka saa luvata tämän?", "nobody"),
        "tavara.who": ("Lupaus toisen puolesta. Kuka saa luvata tämän?", "b"),
    } == asked


def test_an_amount_that_two_limits_make_is_asked_once(read: Callable) -> None:
    step = read("roles: [Myyjä, Päällikkö]\npromises: [{situation: Kakku, limits: {Myyjä: 1 pala, Päällikkö: 2 palaa}}]")
    assert ["p.a.at-1", "p.a.over-1", "p.a.over-2"] == list(step.made["p"])


def test_feedback_names_the_limit_and_how_the_amount_stands_to_it(read: Callable) -> None:
    step = read(FINNISH)
    assert {"a": "Myyjä: enintään 1 päivä.", "b": "Tähän riittää jo pienempi raja. Myyjä: enintään 1 päivä.", "nobody": "Myyjä: enintään 1 päivä."} == feedback(step, "p.siirto.at-1")
    assert {"a": "Myyjä: enintään 1 päivä. Tämä on enemmän.", "b": "Päällikkö: enintään 7 päivää. Tämä on enemmän.", "nobody": "Päällikkö: enintään 7 päivää. Tämä on enemmän."} == feedback(step, "p.siirto.over-2")
    assert {"a": "Myyjä: ei saa luvata.", "b": "Päällikkö: saa luvata.", "nobody": "Päällikkö: saa luvata."} == feedback(step, "p.tavara.who")


def test_on_paper_each_question_is_of_another_situation(read: Callable) -> None:
    step = read(FINNISH)
    assert ["Hyvitys: 20,00 €", "Toimituksen siirto: 2 päivää", "Lupaus toisen puolesta"] == [plain(text).split(". ")[0] for text in re.findall(r'<div class="stem">.*?</div>', step.paper)]
    assert 3 == len(step.key)


def test_another_limit_is_another_question_and_another_table(read: Callable) -> None:
    one, other = read(FINNISH), read(FINNISH.replace("20,00", "30,00"))
    changed = [id for id in one.made["p"] if one.made["p"][id]["rev"] != other.made["p"][id]["rev"]]
    assert ["p.hyvitys.at-1", "p.hyvitys.over-1"] == changed
    assert one.items["p"]["rev"] != other.items["p"]["rev"]


def test_a_translation_gives_words_and_the_source_the_numbers(translate: Callable) -> None:
    step, findings = translate(ENGLISH)
    assert [] == findings
    assert ["20.00 €", "no limit", "It saves a call.", "1 day", "7 days", "", "may not", "may promise", ""] == cells(step.html)
    assert "Moving a delivery: 8 days. Who may promise this?" == stem(step, "p.siirto.over-2")


def test_a_unit_not_translated_is_the_sources_and_marked_with_its_language(translate: Callable) -> None:
    step, findings = translate(ENGLISH.replace(", limits: {Assistant: 1 day, Manager: 7 days}", ""))
    assert [("untranslated", 12)] == [(finding.id, finding.span.line) for finding in findings]
    assert ["1 päivä", "7 päivää"] == cells(step.html)[3:5]
    assert '<bdi lang="fi">päivää</bdi>' in step.html
    assert '<bdi lang="fi">€' not in step.html


@pytest.mark.parametrize(
    "old, new, told",
    [("1 day", "2 days", "translation-differs"), ("7 days", "true", "translation-differs"), ("7 days", "a week", "not-a-limit"), ("Assistant: 1", "Assitant: 1", "unknown-role")],
)
def test_a_limit_that_a_translation_tells_otherwise_is_told_of_and_changes_nothing(old: str, new: str, told: str, translate: Callable) -> None:
    step, findings = translate(ENGLISH.replace(old, new))
    assert [(told, 12)] == [(finding.id, finding.span.line) for finding in findings]
    assert [1, 7] == step.items["p"]["promises"][1]["most"]
    assert cells(step.html)[4] in ("7 days", "7 day")
