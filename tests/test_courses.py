"""The courses of this repository are as clean as we ask authors' to be."""

from __future__ import annotations

import re
from functools import cache
from inspect import cleandoc
from pathlib import Path

import pytest

from conftest import COURSES
from tuokio.blocks import kinds
from tuokio.blocks.cards.model import Cards
from tuokio.blocks.encounter.model import Encounter
from tuokio.blocks.question import Question
from tuokio.blocks.rule.model import Rule
from tuokio.blocks.scenario.model import Scenario
from tuokio.build import SHELF, prepare
from tuokio.finding import Finding
from tuokio.outline import survey
from tuokio.page import Pages


@cache
def prepared(name: str) -> tuple[Pages, list[Finding]]:
    """Prepare a course once for all these tests, which only look at it."""
    return prepare(COURSES[name])


@pytest.mark.parametrize("name", sorted(COURSES.keys() - {"tongues", "ruled"}))  # which lack translations on purpose
def test_a_course_has_no_finding(name: str) -> None:
    _, findings = prepared(name)
    assert [] == findings


@pytest.mark.parametrize("name", ["asiakaspalvelu"])
def test_every_objective_is_tested_and_every_question_serves_one(name: str) -> None:
    pages, _ = prepared(name)
    for module in pages.course.modules:
        tested = [block.objective for block in module.blocks if isinstance(block, Question)]
        assert None not in tested
        assert set(module.front.objectives) == set(tested)
        assert module.front.why


def test_the_flagship_asks_in_every_kind_and_its_exam_asks_after_every_objective() -> None:
    course = prepared("asiakaspalvelu")[0].course
    drawn = [item for bank in course.source.banks for item in bank.blocks]
    asked = [block for module in course.modules for block in module.blocks] + drawn
    assert {name for name, kind in kinds().items() if issubclass(kind, Question)} <= {block.kind() for block in asked}
    for_all = {objective for module in course.modules if not module.front.audience for objective in module.front.objectives}
    assert for_all <= {item.objective for item in drawn}, "supervisors have one module more, and the same exam"


def test_the_flagships_conversations_tell_kindness_from_being_right() -> None:
    """In each one may be kind and wrong, and cold and not wrong; how long a reply is does not tell which is best."""
    for pages in prepared("asiakaspalvelu")[0].editions:
        blocks = [block for module in pages.edition.modules for block in module.blocks]
        talks = [block for block in blocks if isinstance(block, Scenario)]
        chosen = [scene.replies for talk in talks for scene in talk.scenes.values() if scene.replies]
        assert len(talks) >= 4
        assert len(chosen) >= 12
        for talk in talks:
            replies = [reply for scene in talk.scenes.values() for reply in scene.replies]
            assert any(reply.mood >= 0 and not reply.right for reply in replies), f"{talk.id}: nobody is kind but wrong"
            assert any(reply.mood < 0 and reply.right for reply in replies), f"{talk.id}: nobody is right but cold"
            assert {step for step, _ in talk.steps} == {step for reply in replies for step in reply.steps}
        best = [max(replies, key=lambda reply: (reply.right, reply.mood)) for replies in chosen]
        assert sum(one is max(replies, key=lambda reply: len(reply.text)) for one, replies in zip(best, chosen, strict=True)) <= len(chosen) / 3
        deck = next(block for block in blocks if isinstance(block, Encounter))
        assert (len(deck.customers) >= 12, len(deck.all_moods) >= 6, len(deck.twists) >= 10) == (True, True, True)


def test_the_flagship_fits_between_two_customers_and_reads_as_a_lesson_should(tmp_path: Path) -> None:
    pages, findings = prepare(COURSES["asiakaspalvelu"], shelf=tmp_path / SHELF)
    rows = survey(pages, findings).rows
    assert [] == [(row.id, row.time) for row in rows if row.time.measured > (row.time.stated or row.time.shown) + 0.05]
    assert {"pareittain", "koe"} == {row.id for row in rows if row.time.shown > 6}, "played by two, and the exam"
    assert [] == [(row.id, row.reading[0]) for row in rows if row.reading[0].lix and not 55 <= round(row.reading[0].lix) <= 65]


def test_the_flagship_has_enough_to_learn_from() -> None:
    course = prepared("asiakaspalvelu")[0].course
    blocks = [block for module in course.modules for block in module.blocks]
    (exam,) = [module.front.exam for module in course.modules if module.front.exam]
    drawn = sum(len(bank.blocks) for bank in course.source.banks)
    assert sum(isinstance(block, Question) and block.gradable for block in blocks) + drawn >= 60
    assert sum(len(block.cards) for block in blocks if isinstance(block, Cards)) + sum(isinstance(block, Rule) for block in blocks) >= 30
    assert drawn >= 2 * exam.draw
    assert {path.stem for path in COURSES["asiakaspalvelu"].glob("media/*.svg")} >= {module.id for module in course.modules}


def test_the_flagship_uses_every_kind_that_keeps_what_a_learner_writes() -> None:
    course = prepared("asiakaspalvelu")[0].course
    used = {block.kind() for module in course.modules for block in module.blocks}
    assert {name for name, kind in kinds().items() if kind.index in ("own", "debriefs")} | {"checklist"} <= used


def test_the_finnish_handbook_tells_of_every_key_that_a_kinds_own_manual_tells_of() -> None:
    """A manual is its model's docstring, so no file that a translation follows says when it has changed."""
    key = re.compile(r"`([a-z_]+)(?:: (?:true|false|\d+))?`")
    told = {}
    for name in ("04-kinds.fi.md", "05-blocks.fi.md"):
        for step in (COURSES["handbook"] / name).read_text("utf-8").split("\n## ")[1:]:
            told[re.search(r"{#([\w-]+)}", step)[1]] = set(key.findall(step))
    for name in told:
        assert set(key.findall(cleandoc(kinds()[name].__doc__))) <= told[name], f"## … {{#{name}}}"
