"""Own words: one entry whatever the language it is asked in, listed for the learner, scored by nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tuokio.finding import Finding

Check = Callable[..., tuple[Any, list[Finding]]]
COURSE = "id: c-1111\ntitle: {fi: C, en: C}\nlanguages: [fi, en]\n"


@pytest.fixture
def read(check_course: Check) -> Callable[..., tuple[list, list[str]]]:
    """Return each language's step, and the ids of the findings."""

    def run(source: str, translation: str) -> tuple[list, list[str]]:
        files = {name: f"---\nid: a\ntitle: A\n---\n\n```reflect\nid: x\n{text}```\n" for name, text in (("1-a.md", source), ("1-a.en.md", translation))}
        pages, findings = check_course({"course.yaml": COURSE, **files})
        return [edition.pages[0].steps[0] for edition in pages.editions], [finding.id for finding in findings]

    return run


def test_what_is_written_is_of_the_same_fields_in_every_language_and_weighs_nothing(read: Callable) -> None:
    (finnish, english), findings = read(
        "prompt: Mikä onnistui?\nprompts: [Mitä teit?, {id: why, text: Miksi se toimi?}]\nmodel_answer: Katsoin ylös.\npeer: Mitä näit?\n",
        "prompt: What went well?\nprompts: [What did you do?, {id: why, text: Why did it work?}]\nmodel_answer: I looked up.\npeer: What did you see?\n",
    )
    assert [] == findings
    assert finnish.items == english.items
    assert (["a", "why"], ["peer-a"]) == (english.items["x"]["asks"], english.items["x"]["follows"])
    assert "points" not in english.items["x"]
    for text in ('data-field="a"', 'data-field="why"', "Why did it work?", "I looked up.", "What did you see?"):
        assert text in english.html


def test_it_is_listed_among_what_learners_write_under_what_was_asked(read: Callable) -> None:
    (finnish, english), _ = read("prompt: Mikä onnistui?\n", "prompt: What went well?\n")
    assert [("own", "x", "Mikä onnistui?"), ("own", "x", "What went well?")] == [(entry.index, entry.block, entry.headline) for step in (finnish, english) for entry in step.entries]
    assert ["text"] == english.items["x"]["asks"]


def test_on_paper_there_are_lines_to_write_on_and_the_model_answer(read: Callable) -> None:
    (finnish, _), _ = read("prompt: Mikä onnistui?\nmodel_answer: Katsoin ylös.\n", "prompt: What went well?\n")
    assert finnish.paper.count("<i></i>") == 5
    assert "Katsoin ylös." in finnish.paper and "<textarea" not in finnish.paper
