"""The order that is the answer: it stands nowhere before the learner has found it, in no language."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import permutations

import pytest

from tuokio.blocks.parts import scatter
from tuokio.finding import Finding

Check = Callable[..., tuple[object, list[Finding]]]
COURSE = "id: c-1111\ntitle: {fi: C, en: C}\nlanguages: [fi, en]\n"
QUESTION = "---\nid: a\ntitle: A\n---\n\n```quiz\nid: q\nquestion: {asked}\norder: [{things}]\nexplanation: {why}\n```\n"


def rows(html: str) -> dict[str, str]:
    return dict(re.findall(r'data-option="(\w+)">\s*<div class="option"><span>\s*(.*?)\s*</span>', html, re.S))


def test_a_page_and_its_translation_show_the_things_in_one_order_that_is_not_the_right_one(check_course: Check) -> None:
    source = QUESTION.format(asked="Missä järjestyksessä?", things="Tervehdi, Kuuntele, Ratkaise, Päätä", why="Siksi.")
    pages, findings = check_course({"course.yaml": COURSE, "1-a.md": source, "1-a.en.md": QUESTION.format(asked="In what order?", things="Greet, Listen, Solve, Close", why="So.")})
    assert [] == findings
    finnish, english = (edition.pages[0].steps[0] for edition in pages.editions)
    assert list(rows(finnish.html)) == list(rows(english.html)) != ["a", "b", "c", "d"]
    assert {"a": "Greet", "b": "Listen", "c": "Solve", "d": "Close"} == rows(english.html)
    assert [{"id": id} for id in "abcd"] == english.items["q"]["order"]


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_whatever_the_ids_the_order_of_the_page_is_never_their_own(count: int) -> None:
    for ids in permutations("abcde"[:count]):
        mixed = scatter(ids, "a-question")
        assert sorted(ids) == sorted(mixed)
        assert list(ids) != mixed


def test_questions_of_the_same_size_are_not_all_mixed_alike() -> None:
    assert len({tuple(scatter("abcd", f"question-{number}")) for number in range(20)}) > 5
