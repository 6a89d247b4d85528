from __future__ import annotations

import time

import pytest

from tuokio.check.sentences import split


def cut(text: str, language: str = "fi") -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


@pytest.mark.parametrize(
    "language, text",
    [
        ("fi", "Tarjoa esim. vaihtoa toiseen kokoon."),
        ("fi", "Kysy ns. avoin kysymys, mm. Pekalta, klo 14.30 tai n. 3. päivänä."),
        ("fi", "Sääntö koskee 3. luokan tuotteita 1.11.2026 alkaen."),
        ("fi", "Hinta on 12.50 tai n. 13 euroa."),
        ("fi", "“Miksi en saa rahoja?” asiakas kysyy."),
        ("fi", "Odota… ja kysy sitten."),
        ("fi", "J. Virtanen vastaa palautuksista."),
        ("sv", "Fråga t.ex. om kvittot, bl.a. Anna och resp. kollega vet."),
        ("sv", "Byt varan, d.v.s. Ge kunden en ny."),
        ("en", "Ask for proof, e.g. A receipt, or i.e. a card slip."),
        ("en", "Mr. Smith paid £3.50 at www.example.com yesterday."),
        ("en", "See no. 14 for the rest."),
        ("en", "Wait... then ask again."),
    ],
)
def test_what_only_looks_like_an_end_ends_nothing(language: str, text: str) -> None:
    assert cut(text, language) == [text]


@pytest.mark.parametrize(
    "language, parts",
    [
        ("fi", ["Pyydä kuittia.", "Tarkista päivä!", "Onko se vanha?"]),
        ("fi", ["Ota vastaan kengät, takit jne.", "Muut menevät varastoon."]),
        ("fi", ["Se maksaa 14.", "Asiakas maksaa kortilla."]),
        ("fi", ["“Tämä on rikki.”", "Niin asiakas sanoo."]),
        ("fi", ["Odota hetki…", "Kysy sitten."]),
        ("sv", ["Ta emot skor, jackor osv.", "Resten går till lagret."]),
        ("en", ["It is broken (I saw it).", "**Take it back.**", "Then smile."]),
        ("en", ["Do not just say no.", "Say what you can do."]),
        ("sv", ["Hyllan är tom.", "Fyll på den."]),
        ("en", ["We open at 9 a.m.", "Be there."]),
    ],
)
def test_sentences_end_where_they_end(language: str, parts: list[str]) -> None:
    assert cut(" ".join(parts), language) == parts


def test_an_item_of_a_list_and_a_paragraph_are_sentences_without_a_full_stop() -> None:
    assert cut("Pyydä nämä:\n\n- kuitti\n- kortti, jolla\n  maksettiin\n1. nimi\n\nKiitä lopuksi") == ["Pyydä nämä:", "kuitti", "kortti, jolla\n  maksettiin", "nimi", "Kiitä lopuksi"]


def test_a_text_without_words_has_no_sentences() -> None:
    assert cut("") == cut(" \n… !? \n\n- \n") == []


@pytest.mark.parametrize("piece", [".", "a.", "1.", "? ", "\n", "(", "esim. ", "\n- ", "A. ", "“", ". \"", " \n", "\t"])
def test_a_hundred_thousand_of_anything_is_split_at_once(piece: str) -> None:
    begun = time.process_time()
    split(piece * 100_000, "fi")
    assert time.process_time() - begun < 3
