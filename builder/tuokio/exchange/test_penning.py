"""What is written by us reads as if a person had, and is read as what it was."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tuokio.exchange.entry import Entry
from tuokio.exchange.manuscript import Ids, write_bank, write_module
from tuokio.exchange.penning import pen
from tuokio.finding import Finding
from tuokio.read import yaml

SIGNS = [*"abcäö ßñ0129 -?:,[]{}#&*!|>'\"%@`~=<.()/\\_+\n", "“", "”", "–", "…", "\u00a0", "😀", ": ", " #", "- ", "\n\n", "  ", "```", "'''", "---", "on", "null", "1.10", "https://a.fi/b#c", "{{ x }}", "key: value", "\t"]


def read_back(data: dict[str, Any]) -> Any:
    text, findings = "\n".join(pen(data)) + "\n", list[Finding]()
    document = yaml.parse(text, Path(), findings)
    assert document and [] == findings, text
    return document.data


def settle(value: Any) -> Any:
    """Return a value as it may come back: Markdown and comparison make no difference of the rest."""
    if isinstance(value, dict):
        return {key: settle(one) for key, one in value.items()}
    if isinstance(value, list):
        return [settle(one) for one in value]
    text = value.replace("\t", "    ").replace("\u00a0", " ")  # at the start of a line a space is meant, and elsewhere both are one
    return "\n".join(line.rstrip(" ") for line in text.split("\n")).strip("\n ") if "\n" in text else text.strip(" ")


def test_any_text_is_read_as_what_it_was() -> None:
    chance = random.Random(10)

    def text() -> str:
        return "".join(chance.choice(SIGNS) for _ in range(chance.randint(1, 12))).strip() or "x"

    for _ in range(3000):
        data = {"question": text(), "options": [{"text": text(), "feedback": text() * chance.choice([1, 30])}, text()], "answers": [text(), text()], "match": {text(): text(), "two": text()}}
        assert settle(read_back(data)) == settle(data)


@pytest.mark.parametrize("text", ['Kaksi riviä\nAsiakas: "moi”', "Kaksi riviä\n– syy: kiire", "Kaksi riviä\n“avain”: arvo"])
def test_what_a_word_processor_might_have_done_is_not_undone_in_a_text(text: str) -> None:
    assert {"question": text} == read_back({"question": text})


@pytest.mark.parametrize(
    "value, written",
    [
        ("Mitä kysyt ensin?", "key: Mitä kysyt ensin?"),
        ("8:30", "key: 8:30"),
        ("Huom: ei kuittia", 'key: "Huom: ei kuittia"'),
        ('Hän sanoi: "ei"', "key: 'Hän sanoi: \"ei\"'"),
        ("# ei otsikko", 'key: "# ei otsikko"'),
        ("C:\\temp", "key: C:\\temp"),
        (["kuitti", "kuitin"], "key: [kuitti, kuitin]"),
        (["kuitti, jossa on pilkku", "b"], "key:\n  - kuitti, jossa on pilkku\n  - b"),
        ("yksi\n\nkaksi", "key: |\n  yksi\n\n  kaksi"),
        ("Syy: " + "pitkä " * 20, "key: |\n  Syy: " + ("pitkä " * 20).strip()),
        (True, "key: true"),
        ("", 'key: ""'),
    ],
)
def test_quotes_are_there_only_where_yaml_needs_them(value: Any, written: str) -> None:
    assert written == "\n".join(pen({"key": value.strip() if isinstance(value, str) else value}))


def test_an_id_is_kept_or_made_of_a_name_that_tells_something_or_of_the_words() -> None:
    ids = Ids({"kuitti"})
    entries = [
        Entry({"question": "Mitä kysyt?", "answers": ["a"]}, 1, name="Kuitti"),
        Entry({"question": "Mitä **kysyt** ensin?", "answers": ["a"]}, 1, name="Question 12"),
        Entry({"question": "Mitä kysyt?", "answers": ["a"]}, 1, id="oma-id-1"),
        Entry({"question": "???", "answers": ["a"]}, 1, name="Q1"),
        *(Entry({"question": "Sama", "answers": ["a"]}, 1) for _ in range(3)),
    ]
    text = write_bank(entries, ids)
    assert ["kuitti-2", "mita-kysyt-ensin", "oma-id-1", "question", "sama", "sama-2", "sama-3"] == [line[6:] for line in text.split("\n") if line.startswith("- id: ")]


def test_categories_are_steps_and_come_together_again() -> None:
    entries = [Entry({"question": f"Kysymys {n}?", "answers": ["a"]}, n, heading=heading) for n, heading in enumerate(["Kassa", "", "Keittiö # 1", "Kassa"], 1)]
    text = write_module(entries, "m", "M", Ids())
    assert ["## Kassa {#kassa}", "## Keittiö # 1 {#keittio-1}"] == [line for line in text.split("\n") if line.startswith("## ")]
    assert [2, 1, 4, 3] == [int(line[-2]) for line in text.split("\n") if line.startswith("question:")], "what has no category stands before all steps"


def test_text_between_questions_keeps_the_steps_and_code_keeps_the_block() -> None:
    entries = [Entry({}, 1, prose="# Big\n\n## Bigger"), Entry({"question": "What does this do?\n\n```python\nprint(1)\n```", "answers": ["it prints"]}, 2, lost=["Mark scheme: one point\nfor each"])]
    text = write_module(entries, "m", "M", Ids())
    assert "### Big\n\n### Bigger" in text
    assert "````quiz\n# Mark scheme: one point\n# for each\nid: " in text and text.endswith("answers: [it prints]\n````\n")
