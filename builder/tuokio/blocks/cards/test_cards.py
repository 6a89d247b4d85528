"""The questions a deck makes, and what a translation does to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tuokio.finding import Finding

Check = Callable[..., tuple[Any, list[Finding]]]
COURSE = "id: c-1111\ntitle: {fi: C, en: C}\nlanguages: [fi, en]\n"
COFFEES = """cards:
  - {id: cortado, front: Cortado, back: Puoliksi maitoa, benefit: Vahva, for: Väsyneelle, not_for: Janoiselle, facts: {Koko: "1,2 dl", Hinta: "3,20 €"}}
  - {id: latte, front: Latte, back: Enimmäkseen maitoa, benefit: Mieto, for: Aloittelijalle, not_for: Väsyneelle, facts: {Koko: 3 dl, Hinta: "4,10 €"}}
  - {id: decaf, front: Kofeiiniton, back: Kofeiiniton latte, benefit: Mieto!, for: Iltaan, not_for: Väsyneelle, facts: {Koko: 3 dl}}"""
IN_ENGLISH = """cards:
  - {id: cortado, front: Cortado, back: Half milk, benefit: Strong, for: Whoever is tired, not_for: Whoever is thirsty, facts: {Size: 1.2 dl, Price: €3.20}}
  - {id: latte, front: Caffè latte, back: Mostly milk, benefit: Mild, for: A beginner, not_for: Whoever is tired, facts: {Size: 3 dl, Price: €4.10}}
  - {id: decaf, front: Decaf, back: A latte without caffeine, benefit: Mild, for: The evening, not_for: Whoever is tired, facts: {Size: 3 dl}}"""


def module(cards: str) -> str:
    return f"---\nid: a\ntitle: A\n---\n\n```cards\nid: deck\n{cards}\n```\n"


@pytest.fixture
def make(check_course: Check) -> Callable[[str], tuple[dict[str, Any], list[Finding]]]:
    """Return the questions of a deck, and the findings."""

    def run(cards: str) -> tuple[dict[str, Any], list[Finding]]:
        pages, findings = check_course({"1-a.md": module(cards)})
        return pages.editions[0].pages[0].steps[0].made["deck"], findings

    return run


@pytest.fixture
def translate(check_course: Check) -> Callable[[str, str], tuple[Any, Any, list[Finding]]]:
    """Return the Finnish step of a deck, the English one, and the findings."""

    def run(source: str, translation: str) -> tuple[Any, Any, list[Finding]]:
        pages, findings = check_course({"course.yaml": COURSE, "1-a.md": module(source), "1-a.en.md": module(translation)})
        return *(edition.pages[0].steps[0] for edition in pages.editions), findings

    return run


def choices(question: dict[str, Any]) -> dict[str, str]:
    """Return the options by id."""
    return dict(re.findall(r'value="(\w+)"><span>(.*?)</span>', question["html"]))


def right(question: dict[str, Any]) -> list[str]:
    return [option["id"] for option in question["options"] if option["correct"]]


def forms(made: dict[str, Any], card: str) -> set[str]:
    return {id.rpartition(".")[2] for id in made if id.startswith(f"deck.{card}.")}


def test_every_sort_of_card_is_asked_for_in_at_least_two_ways(make: Callable) -> None:
    made, findings = make(COFFEES)
    assert [] == findings
    assert all({"back", "benefit", "for", "not-for", "recall"} == forms(made, card) for card in ("cortado", "latte", "decaf"))
    made, _ = make("cards: [{id: a, situation: S, phrase: P}, {id: b, situation: T, phrase: Q}]")
    assert {"situation", "recall"} == forms(made, "a")
    made, _ = make("cards: [{id: a, term: S, means: P}, {id: b, term: T, means: Q}]")
    assert {"term", "means", "recall"} == forms(made, "a")
    made, _ = make("cards: [{id: a, front: S, back: P}, {id: b, front: T, back: Q}]")
    assert {"front", "back", "recall"} == forms(made, "a")


def test_one_option_is_right_and_what_would_be_right_too_is_not_among_them(make: Callable) -> None:
    made, _ = make(COFFEES)
    for id, question in made.items():
        if not id.endswith("recall"):
            assert [id.split(".")[1]] == right(question)
            assert len(choices(question)) == len(set(choices(question).values())) == len(question["options"])
    assert {"cortado", "latte"} == set(choices(made["deck.latte.benefit"])), "decaf is as mild, whatever the sign after it"
    assert {"cortado", "latte"} == set(choices(made["deck.latte.not-for"]))
    assert {"cortado", "latte", "decaf"} == set(choices(made["deck.cortado.not-for"]))


def test_the_same_answer_of_two_cards_is_there_once_to_choose(make: Callable) -> None:
    made, _ = make("cards: [{id: a, situation: A, phrase: Thanks}, {id: b, situation: B, phrase: thanks!}, {id: c, situation: C, phrase: Sorry}, {id: d, situation: D, phrase: No}]")
    assert {"Thanks", "Sorry", "No"} == set(choices(made["deck.a.situation"]).values())
    assert 3 == len(choices(made["deck.c.situation"]))


def test_a_text_that_no_other_card_can_be_wrong_for_is_not_asked_by_choosing(make: Callable) -> None:
    made, findings = make("cards: [{id: a, term: A, means: B}]")
    assert {"deck.a.recall"} == set(made)
    assert ["lone-card"] == [finding.id for finding in findings]


def test_of_many_cards_four_are_to_choose_among_and_another_card_changes_few_of_them(make: Callable) -> None:
    many = [f"{{id: c{n}, term: T{n}, means: M{n}}}" for n in range(12)]
    made, _ = make(f"cards: [{', '.join(many)}]")
    assert {4} == {len(choices(question)) for id, question in made.items() if not id.endswith("recall")}
    places = [list(choices(question)).index(id.split(".")[1]) for id, question in made.items() if not id.endswith("recall")]
    assert {0, 1, 2, 3} == set(places), "on paper the right one stands anywhere"
    more, _ = make(f"cards: [{', '.join([*many, '{id: more, term: T, means: M}'])}]")
    same = [id for id in made if made[id]["rev"] == more[id]["rev"]]
    assert len(same) > len(made) / 2


def test_the_first_questions_on_paper_are_of_different_cards_in_different_ways(make: Callable) -> None:
    made, _ = make(COFFEES)
    first = [id.split(".")[1:] for id in list(made)[:3]]
    assert ["cortado", "latte", "decaf"] == [card for card, _ in first]
    assert 3 == len({form for _, form in first})


def test_what_one_judges_oneself_is_ungraded_and_weighs_nothing(make: Callable) -> None:
    made, _ = make(COFFEES)
    recall = made["deck.latte.recall"]
    assert recall["ungraded"] and 0 == recall["points"] and "options" not in recall


def test_a_card_without_id_takes_one_of_its_front_and_no_other_cards(make: Callable) -> None:
    made, findings = make("cards: [{term: Crème brûlée, means: A}, {id: tea, term: Chai, means: B}, {term: Tea, means: C}]")
    assert {"deck.creme-brulee", "deck.tea", "deck.tea-2"} == {id.rpartition(".")[0] for id in made}
    assert ["card-without-id"] == [finding.id for finding in findings]


def test_paper_shows_both_sides_and_products_as_a_table(check_course: Check) -> None:
    pages, _ = check_course({"1-a.md": module(COFFEES + "\n```\n\n```cards\nid: other\ncards: [{id: a, situation: Jono kasvaa, phrase: Hetki vain, why: Huomattu jaksaa.}, {id: b, situation: T, phrase: Q}]")})
    paper = pages.editions[0].pages[0].steps[0].paper
    assert 3 + 1 == len(re.findall("<tr>", paper)) and ["Koko", "Hinta"] == re.findall(r'<th scope="col">(\w+)</th>', paper)[-2:]
    assert all(text in paper for text in ("Jono kasvaa", "Hetki vain", "Huomattu jaksaa."))
    assert "hidden" not in paper.partition('class="item"')[0]


def test_a_translation_asks_the_same_in_its_own_words(translate: Callable) -> None:
    finnish, english, findings = translate(COFFEES, IN_ENGLISH)
    assert [] == findings
    assert finnish.items == english.items
    assert list(finnish.made["deck"]) == list(english.made["deck"])
    for id, question in finnish.made["deck"].items():
        other = english.made["deck"][id]
        assert {**question, "html": ""} == {**other, "html": ""}
        assert list(choices(question)) == list(choices(other))
    assert "Caffè latte" == choices(english.made["deck"]["deck.latte.benefit"])["latte"]
    assert ["Size", "Price"] == re.findall(r'<th scope="col">(\w+)</th>', english.html)[-2:], "facts pair by position"


def test_a_translation_without_ids_pairs_by_position_and_keeps_those_of_the_source(translate: Callable) -> None:
    finnish, english, findings = translate("cards: [{term: Kuitti, means: A}, {term: Takuu, means: B}]", "cards: [{term: Receipt, means: C}, {term: Guarantee, means: D}]")
    assert ["card-without-id"] == [finding.id for finding in findings]
    assert {"deck.kuitti", "deck.takuu"} == {id.rpartition(".")[0] for id in english.made["deck"]}
    assert list(finnish.made["deck"]) == list(english.made["deck"])


def test_a_translation_that_makes_two_cards_one_is_told_of(translate: Callable) -> None:
    _, _, findings = translate(COFFEES, IN_ENGLISH.replace("benefit: Strong", "benefit: Mild"))
    assert [("translation-differs", 10), ("translation-differs", 11)] == [(finding.id, finding.span.line) for finding in findings]


def test_a_card_that_is_not_translated_is_shown_in_the_source_language(translate: Callable) -> None:
    _, english, findings = translate(COFFEES, IN_ENGLISH.rpartition("\n")[0])
    assert {"untranslated"} == {finding.id for finding in findings}
    assert '<span lang="fi" dir="ltr">Kofeiiniton</span>' in english.html
