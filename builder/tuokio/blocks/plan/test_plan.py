"""A plan in every language: its day is the source's, its sentence the reader's."""

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
        files = {name: f"---\nid: a\ntitle: A\n---\n\n```plan\nid: x\n{text}```\n" for name, text in (("1-a.md", source), ("1-a.en.md", translation))}
        pages, findings = check_course({"course.yaml": COURSE, **files})
        return [edition.pages[0].steps[0] for edition in pages.editions], [finding.id for finding in findings]

    return run


def test_when_it_is_asked_about_is_the_sources_and_how_it_reads_is_the_languages(read: Callable) -> None:
    (finnish, english), findings = read(
        "prompt: Ruuhkaan\nwhen: [jono kasvaa]\nthen: [katson ylös]\nask_after: 3\n",
        "prompt: For the rush\nwhen: [the queue grows]\nthen: [I look up]\n",
    )
    assert [] == findings
    assert 3 == finnish.items["x"]["ask_after"] == english.items["x"]["ask_after"]
    assert 'data-sentence="Jos {when}, niin {then}."' in finnish.html
    assert 'data-sentence="If {when}, then {then}."' in english.html
    assert "points" not in english.items["x"]


def test_a_plan_needs_neither_a_prompt_nor_suggestions(read: Callable) -> None:
    (finnish, english), findings = read("ask_after: 7\n", "ask_after: 7\n")
    assert [] == findings
    assert "Tee suunnitelma yhtä tilannetta varten." in finnish.html
    assert [("own", "A"), ("own", "A")] == [(entry.index, entry.headline) for step in (finnish, english) for entry in step.entries], "it is about what its module is about"
