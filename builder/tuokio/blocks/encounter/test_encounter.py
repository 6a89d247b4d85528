"""The deck: who may come in which mood, in every language, and how it is printed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tuokio.finding import Finding

Check = Callable[..., tuple[object, list[Finding]]]
COURSE = "id: c-1111\ntitle: {fi: C, en: C}\nlanguages: [fi, en]\n"
SOURCE = """id: e
title: Tiskillä
customers:
  - {name: Pendelöijä, errand: Kahvi., hidden: Uusi työ., right: Kolme minuuttia., moods: [Levoton, iloinen]}
  - {name: Kanta-asiakas, errand: Kakku., hidden: Syntymäpäivä., right: Hinta., moods: rauhallinen}
  - {name: Naapuri, errand: Kolikoita., hidden: Tyhjä kassa., right: Kysy.}
  - {name: Opiskelija, errand: Pistorasia., hidden: Tentti., right: Ikkunan luona.}
  - {name: Kuski, errand: Vessa., hidden: Pitkä matka., right: Koodi on kuitissa.}
  - {name: Vanhempi, errand: Pulla., hidden: Allergia., right: Katso listasta.}
moods: {levoton: Vilkuilee kelloa., iloinen: Vitsailee., rauhallinen: Kiittää.}
twists: [Kortti ei toimi., Takana alkaa jono.]
watch: [Tervehti, Oli oikeassa]
"""
MOODS = "moods: {restless: Looks at the clock., cheerful: Jokes., calm: Thanks.}\n"


def module(text: str) -> str:
    return f"---\nid: a\ntitle: A\n---\n\n```encounter\n{text}```\n"


@pytest.fixture
def read(check_course: Check) -> Callable[..., tuple[list, list[str]]]:
    """Return each language's step, and the ids of the findings."""

    def run(*translation: str) -> tuple[list, list[str]]:
        pages, findings = check_course({"course.yaml": COURSE, "1-a.md": module(SOURCE), **{"1-a.en.md": module(text) for text in translation}})
        return [edition.pages[0].steps[0] for edition in pages.editions], [finding.id for finding in findings]

    return run


def test_a_customer_comes_in_the_moods_named_or_else_in_any(read: Callable) -> None:
    (step, *_), _ = read()
    assert [("a", ["a", "b"]), ("b", ["c"]), ("c", ["a", "b", "c"])] == [(one["id"], one["moods"]) for one in step.items["e"]["comes"]][:3]
    assert ["a", "b"] == step.items["e"]["happens"]
    assert 2 == step.items["e"]["watched"]
    assert "points" not in step.items["e"], "a game weighs nothing in the course's score"


@pytest.mark.parametrize("named", ["", ", moods: [restless, cheerful]", ", moods: [levoton, iloinen]"])
def test_moods_survive_translation_however_a_customer_names_them(named: str, read: Callable) -> None:
    customers = "".join(f"  - {{name: {name}, errand: E{name}., hidden: H{name}., right: R{name}.{named if number == 0 else ''}}}\n" for number, name in enumerate(["Ann", "Bo", "Cy", "Di", "Ed", "Flo"]))
    (finnish, english), findings = read(f"id: e\ntitle: At the counter\ncustomers:\n{customers}{MOODS}twists: [The card fails., A queue.]\nwatch: [Greeted, Was right]\n")
    assert ["angry-customers"] == findings, "three moods are few, and all else is well"
    assert finnish.items == english.items, "what the browser deals is the source's"
    assert ["restless", "cheerful", "calm"] == re.findall(r"<dd><b>(.*?)</b>", english.html)


def test_what_is_not_translated_yet_stays_in_the_deck_in_the_sources_words(read: Callable) -> None:
    (finnish, english), _ = read("id: e\ntitle: At the counter\n")
    assert finnish.items == english.items
    assert "Vilkuilee kelloa" in english.html


def test_behind_each_front_of_a_printed_sheet_is_its_own_back(read: Callable) -> None:
    (step, *_), _ = read()
    html = step.entries[0].html
    sheets = [sheet.split('<div class="cutting-card')[1:] for sheet in html.split('<div class="cutting cutting')[1:]]
    plain = [[" ".join(re.sub("^[^>]*>|<[^>]+>", " ", card).split()) for card in sheet] for sheet in sheets]
    fronts, backs = plain[0], plain[1]
    assert 4 == len(plain), "eleven cards: two sheets of fronts, each with one of backs"
    assert 8 == len(fronts) == len(backs)
    for row in range(0, 8, 2):
        mirrored = [*reversed(backs[row : row + 2])]  # turned on its long edge
        for front, back in zip(fronts[row : row + 2], mirrored, strict=True):
            pair = {"Pendelöijä": "Uusi työ", "Kanta-asiakas": "Syntymäpäivä", "Naapuri": "Tyhjä kassa", "Opiskelija": "Tentti", "Kuski": "Pitkä matka", "Vanhempi": "Allergia", "levoton": "Vilkuilee", "iloinen": "Vitsailee"}
            assert next(back_text for name, back_text in pair.items() if name in front) in back, (front, back)
    assert 3 == len(plain[2]), "a mood and two twists"
    assert ["Kortti ei toimi.", "Kiittää.", "", "Takana alkaa jono."] == plain[3], "behind the one that is alone, too"
