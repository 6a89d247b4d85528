"""GIFT as people type it: without empty lines, without ends, with stars."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuokio.exchange.entry import Entry
from tuokio.exchange.gift import format
from tuokio.finding import Finding


def come_in(text: str) -> tuple[list[Entry], list[tuple[str, int]], list[Finding]]:
    findings: list[Finding] = []
    entries = [*format.read(text.encode(), Path("a.gift"), findings)]
    return entries, [(finding.id, finding.span.line) for finding in findings], findings


def ask(entry: Entry) -> str:
    return entry.data.get("question") or entry.data.get("blanks") or entry.data.get("statement") or entry.prose


@pytest.mark.parametrize(
    "text, asked",
    [
        ("Kuka? {=Maija ~Matti}\nMikä? {=tämä ~tuo}", [(1, "Kuka?"), (2, "Mikä?")]),
        ("Kuka? {=Maija ~Matti}\n// huomio\nMikä? {=tämä ~tuo}\n// loppu", [(1, "Kuka?"), (3, "Mikä?")]),
        ("Kuka? {\n=Maija\n~Matti\n}\nMikä? {\n=tämä\n~tuo }", [(1, "Kuka?"), (5, "Mikä?")]),
        ("Kuka? {\n=Maija\n\n~Matti\n}\nMikä? {=tämä ~tuo}", [(1, "Kuka?"), (6, "Mikä?")]),
        ("::a::Vain teksti.\n::b::Mikä? {=tämä ~tuo}\n$CATEGORY: uusi\nTosi. {T}", [(1, "Vain teksti."), (2, "Mikä?"), (4, "Tosi.")]),
        ("Se on {=kissa ~koira} tai\nmuu eläin.", [(1, "Se on [[*kissa|koira]] tai\\\nmuu eläin.")]),
        ("Se on \\{a\\}? { =a\n ~b }\nTämä on \\{? {T}", [(1, "Se on {a}?"), (3, "Tämä on {?")]),
        ("Kuka?\nSano nimi. {=Maija ~Matti}", [(1, "Kuka?\\\nSano nimi.")]),
    ],
)
def test_no_question_swallows_the_next_where_the_empty_line_is_missing(text: str, asked: list[tuple[int, str]]) -> None:
    entries, told, _ = come_in(text)
    assert asked == [(entry.line, ask(entry)) for entry in entries] and not told


def test_a_remark_between_two_questions_is_of_the_second() -> None:
    entries, _, _ = come_in("Kuka? {=Maija ~Matti}\n// [id:toinen]\nMikä? {=tämä ~tuo}")
    assert ["", "toinen"] == [entry.id for entry in entries]


@pytest.mark.parametrize("next", ["Mikä? {=tämä ~tuo}", "::b::Mikä? {=tämä ~tuo}", "\nMikä? {=tämä ~tuo}"])
def test_answers_that_never_end_are_told_and_swallow_nothing(next: str) -> None:
    entries, told, _ = come_in(f"Kuka? {{=Maija ~Matti\n{next}")
    assert ["Mikä?"] == [ask(entry) for entry in entries] and [("unread-question", 1)] == told


def test_a_second_place_for_answers_is_told() -> None:
    assert [("second-answer", 1)] == come_in("Se on {=kissa ~koira} tai {=hiiri ~rotta}.")[1]
    assert [("second-answer", 3)] == come_in("Tosi. {T}\n\nKuka? {\n=yksi {1}\n~kaksi\n}")[1]


def test_a_star_in_the_middle_of_a_word_makes_no_answer() -> None:
    (entry,), told, findings = come_in("Mikä? {=kui*ti =kuitti =*tosite* =%0%k*i#Ei.}")
    assert ["kuitti", "tosite"] == entry.data["answers"] and "wrong" not in entry.data and [("wildcard", 1)] == told
    assert "`kui*ti` was left out" in findings[0].message and "Feedback (k*i): Ei." in entry.lost
    entries, told, _ = come_in("Mikä? {=kui*ti}")
    assert not entries and [("wildcard", 1)] == told


def test_what_is_said_of_a_script_is_what_became_of_it() -> None:
    for style, fate in (("", "was left out"), ("[markdown]", "came along as a text")):
        (entry,), _, findings = come_in(f"{style}Kuka? <script>a</script> {{=Maija ~Matti}}")
        assert fate in findings[0].message and ("script" in ask(entry)) is bool(style)
