"""The courses of this repository are as clean as we ask authors' to be."""

from __future__ import annotations

import pytest

from conftest import COURSES
from tuokio.blocks import kinds
from tuokio.blocks.question import Question
from tuokio.build import prepare


@pytest.mark.parametrize("name", [name for name in COURSES if name != "tongues"])  # which lacks translations on purpose
def test_a_course_has_no_finding(name: str) -> None:
    _, findings = prepare(COURSES[name])
    assert [] == findings


@pytest.mark.parametrize("name", ["asiakaspalvelu"])
def test_every_objective_is_tested_and_every_question_serves_one(name: str) -> None:
    pages, _ = prepare(COURSES[name])
    for module in pages.course.modules:
        tested = [block.objective for block in module.blocks if isinstance(block, Question)]
        assert None not in tested
        assert set(module.front.objectives) == set(tested)
        assert module.front.why


def test_the_flagship_asks_in_every_kind_and_its_exam_asks_after_every_objective() -> None:
    course = prepare(COURSES["asiakaspalvelu"])[0].course
    drawn = [item for bank in course.source.banks for item in bank.blocks]
    asked = [block for module in course.modules for block in module.blocks] + drawn
    assert {name for name, kind in kinds().items() if issubclass(kind, Question)} <= {block.kind() for block in asked}
    assert {objective for module in course.modules for objective in module.front.objectives} == {item.objective for item in drawn}
