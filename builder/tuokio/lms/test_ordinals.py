"""The numbers by which a platform knows what a learner did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tuokio.build import prepare
from tuokio.kept import Kept
from tuokio.lms.ordinals import number, tell_limits
from tuokio.page import Pages
from tuokio.publish import publish

DAY = date(2026, 11, 22)
KEPT = Kept()
QUIZ = "```quiz\nid: {id}\nquestion: Which, {id}?\noptions:\n  - {{text: Red, feedback: Stop.}}\n  - {{text: Green, correct: true, feedback: Go.}}\n```\n"
COURSE = {
    "course.yaml": "id: c-1\ntitle: C\npublish: {targets: [site]}\n",
    "01-a.md": "---\nid: a\ntitle: A\n---\n\n## One {#one}\n\n" + QUIZ.format(id="q1") + "```quiz\nid: typed\nquestion: Which word?\nanswers: [latte]\nexplanation: It is.\n```\n```quiz\nid: said\nstatement: Yes.\ncorrect: true\nexplanation: E\n```\n",
    "02-b.md": "---\nid: b\ntitle: B\n---\n\n## Draw {#draw}\n\n```quiz\nid: d\ndraw: 1\nfrom: pool\n```\n",
    "03-e.md": "---\nid: e\ntitle: E\nexam: {from: pool, draw: 2}\n---\n\nText.\n",
    "banks/pool.yaml": "- {id: p1, statement: Yes., correct: true, explanation: E}\n- {id: p2, statement: No., correct: false, explanation: E}\n- {id: p3, statement: No., correct: false, explanation: E}\n",
}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    for name, text in COURSE.items():
        path = tmp_path / "course" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "course"


@pytest.fixture
def release(tmp_path: Path) -> Callable[[Path], None]:
    def go(course: Path) -> None:
        assert not publish(course, tmp_path / "output", DAY, kept=KEPT).refused

    return go


def read(course: Path) -> tuple[dict[str, Any], Pages]:
    pages, findings = prepare(course, kept=KEPT)
    assert pages, findings
    return number(pages), pages


def edit(course: Path, name: str, old: str, new: str) -> None:
    text = (course / name).read_text("utf-8")
    assert old in text
    (course / name).write_text(text.replace(old, new, 1), "utf-8")


def test_everything_a_record_may_name_has_a_number(course: Path) -> None:
    told, _ = read(course)
    assert (told["course"], told["modules"], told["steps"]) == ("c-1", ["a", "b", "e"], ["a/one", "b/draw", "e/start", "e/exam"])
    assert [id for id, *_ in told["items"]] == ["q1", "typed", "said", "d", "p1", "p2", "p3"]
    assert told["exams"] == {"e": 2}
    assert not [item for item in told["items"] if len(item) > 4], "all mean what they meant first"


def test_answers_that_are_typed_have_no_names_so_they_never_leave(course: Path) -> None:
    told, _ = read(course)
    assert {id: rest[2:] for id, *rest in told["items"]} == {"q1": ["a b"], "typed": [], "said": ["true false"], "d": [], "p1": ["true false"], "p2": ["true false"], "p3": ["true false"]}


def test_numbers_stay_when_a_published_course_is_edited(course: Path, release: Callable[[Path], None]) -> None:
    before, _ = read(course)
    release(course)
    assert read(course)[0] == before, "as publishing would give them"
    edit(course, "01-a.md", "## One", "## Zero {#zero}\n\n" + QUIZ.format(id="q0") + "\n## One")
    edit(course, "banks/pool.yaml", "- {id: p2, statement: No., correct: false, explanation: E}\n", "")
    edit(course, "course.yaml", "title: C", "title: C\nretired: [p2]")
    after, _ = read(course)
    assert [id for id, *_ in after["items"]] == ["q1", "typed", "said", "d", "p1", "p2", "p3", "q0"]
    assert after["items"][5] == ["p2"], "it is gone, and keeps its number"
    assert after["steps"] == [*before["steps"], "a/zero"]


def test_what_was_earned_under_an_id_weighs_what_its_heir_weighs(course: Path, release: Callable[[Path], None]) -> None:
    release(course)
    edit(course, "01-a.md", "id: q1\n", "id: q9\nreplaces: q1\npoints: 3\n")
    release(course)
    told, _ = read(course)
    rows = {item[0]: item for item in told["items"]}
    assert rows["q9"][2] == 3
    assert rows["q1"][1] and rows["q1"][2] == 3, "a platform may still have it by its old number"


def test_a_question_that_means_something_else_now_says_so(course: Path, release: Callable[[Path], None]) -> None:
    release(course)
    edit(course, "01-a.md", "Which, q1?", "Which one, q1?")
    edit(course, "01-a.md", "title: A", "title: A\nchanges:\n  - {date: 2026-11-22, of: q1, kind: changed, note: Because.}")
    release(course)
    told, _ = read(course)
    assert {item[0]: item[4] for item in told["items"] if len(item) > 4} == {"q1": 2}


def test_what_was_never_published_and_what_may_not_fit_is_told(course: Path, release: Callable[[Path], None]) -> None:
    _, pages = read(course)
    assert [finding.id for finding in tell_limits(pages, 4096)] == ["unpublished-package"]
    assert [finding.id for finding in tell_limits(pages, 100)] == ["unpublished-package", "large-record"]
    release(course)
    assert not [*tell_limits(read(course)[1], 4096)]
