"""What the browser is told of a course, so that it can ask again."""

from __future__ import annotations

from pathlib import Path

from tuokio.build import prepare
from tuokio.resources.review.resource import collect

ROOT = Path(__file__).parents[4]


def test_everything_that_can_be_asked_again_is_listed_where_it_stands() -> None:
    pages, _ = prepare(ROOT / "tests/courses/reviewing")
    found = collect(pages, pages.editions[0])
    house = found["modules"].pop("house")
    assert {"coffee": {"milk": ["latte", "oat"], "beans": ["robusta"]}} == found["modules"]
    assert [["tips", "a", "b"]] == house["tips-step"]
    assert [["cups.large", "back", "for", "not-for", "recall"], ["cups.small", "back", "for", "not-for", "recall"]] == sorted([unit, *sorted(names)] for unit, *names in house["cups"])
    assert {"teas": ["green"]} == found["banks"]


def test_exams_keep_their_questions_to_themselves() -> None:
    pages, _ = prepare(ROOT / "tests/courses/exams")
    found = collect(pages, pages.editions[0])
    exams = {page.id for page in pages.editions[0].pages if page.exam}
    assert exams and not exams & set(found["modules"])


def test_a_course_without_questions_has_no_review(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nText.\n", "utf-8")
    pages, _ = prepare(tmp_path)
    assert collect(pages, pages.editions[0]) is None
