"""A list to tick off: one list whatever its language, and a card on paper."""

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
        files = {name: f"---\nid: a\ntitle: A\n---\n\n```checklist\nid: x\n{text}```\n" for name, text in (("1-a.md", source), ("1-a.en.md", translation))}
        pages, findings = check_course({"course.yaml": COURSE, **files})
        return [edition.pages[0].steps[0] for edition in pages.editions], [finding.id for finding in findings]

    return run


def test_what_is_ticked_is_the_same_in_every_language_and_weighs_nothing(read: Callable) -> None:
    (finnish, english), findings = read(
        "title: Valmiina tiskille\nfor: ennen vuoroa\nitems: [Kädet pesty, {id: till, text: Kassassa on vaihtorahaa, why: Ensimmäinen maksaa setelillä.}]\n",
        "title: Ready for the counter\nfor: before a shift\nitems: [Hands washed, {id: till, text: The till has change, why: The first one pays with a note.}]\n",
    )
    assert [] == findings
    assert finnish.items == english.items
    assert ["a", "till"] == english.items["x"]["ticks"]
    assert "points" not in english.items["x"] and not english.entries
    assert 'data-field=".tick-till"' in english.html and "The first one pays with a note." in english.html
    assert "The first one pays with a note." in english.paper and "<input" not in english.paper
