"""The courses of this repository are as clean as we ask authors' to be."""

from __future__ import annotations

import pytest

from conftest import COURSES
from tuokio.build import prepare


@pytest.mark.parametrize("name", [name for name in COURSES if name != "tongues"])  # which lacks translations on purpose
def test_a_course_has_no_finding(name: str) -> None:
    _, findings = prepare(COURSES[name])
    assert [] == findings


@pytest.mark.parametrize("name", ["asiakaspalvelu"])
def test_every_objective_is_tested_and_every_question_serves_one(name: str) -> None:
    pages, _ = prepare(COURSES[name])
    for module in pages.course.modules:
        tested = [block.objective for block in module.blocks]
        assert None not in tested
        assert set(module.front.objectives) == set(tested)
        assert module.front.why
        assert {"choice", "multiple", "truefalse"} == {block.kind() for block in module.blocks}
