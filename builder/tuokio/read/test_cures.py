"""An author's file with one of each kind, wrong in twenty ways; the cures, followed to the letter; and shapes that nobody expects."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tuokio import blocks
from tuokio.blocks.block import Block
from tuokio.build import prepare
from tuokio.read.model import keys_of

SOURCE = Path(__file__).parent / "broken" / "one-of-each"

CURES = {
    "colon-in-text": ("  - Sanon: ei onnistu", '  - "Sanon: ei onnistu"'),
    "unknown-objective": ("objective: kasalla", "objective: kassalla"),
    "all-options-correct": ("    feedback: Maito on allergeeni.", "    feedback: Maito on allergeeni.\n  - text: Vesi\n    feedback: Vesi ei ole."),
    "not-a-flag": ("correct: ei", "correct: false"),
    "identical-things": ("  - kuuntele.\n", "  - Ratkaise\n"),
    "overlapping-ranges": ("0-50%", "0-49%"),
    "extra-goes-with-a-pair": ("extra: [Todistaa ostoksen]", "extra: [antaa alennuksen]"),
    "unknown-key": ("hnit:", "hint:"),
    "duplicate-id": ("id: monta\nquestion: Kuka", "id: kumpi\nquestion: Kuka"),
    "all-in-one-bucket": ("Vien eteenpäin: []", "Vien eteenpäin: [Väärä lasku]"),
    "answer-without-feedback": ("[Väärä lasku]", "[Väärä lasku]\nexplanation: Lasku kuuluu vuoropäällikölle."),
    "missing-file": ("media/kasa.svg", "media/kassa.svg"),
    "gap-not-closed": ("[[14|neljätoista]", "[[14|neljätoista]]"),
    "not-a-number": ("tolerance: 0,1 dl", "tolerance: 0,1"),
    "comma-in-text": ("answers: kuitti, kuitin", "answers: [kuitti, kuitin]"),
    "region-outside": ("[120, 40, 60, 60]", "[40, 40, 60, 60]"),
    "unusable-id": ("id: Omin sanoin", "id: omin-sanoin"),
    "empty-value": ("model_answer:", "model_answer: Kuitista näen, milloin ja mistä tuote on ostettu."),
    "unknown-bank": ("tuoteet", "tuotteet"),
    "out-of-range": ("mastery: 80}", "mastery: 80%}"),
}
"""Finding → what the author wrote, and what its cure makes of it."""


def test_one_of_each_kind_wrong_in_twenty_ways_gives_twenty_findings_none_twice() -> None:
    found = [finding.id for finding in prepare(SOURCE)[1]]
    assert 20 == len(found)
    assert set(CURES) == set(found)


def test_who_follows_every_cure_has_a_course_without_a_finding(tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(SOURCE, course)
    for id, (wrong, mended) in CURES.items():
        before = [finding.id for finding in prepare(course)[1]]
        file = next(path for path in sorted(course.glob("*.md")) if wrong in path.read_text("utf-8"))
        text = file.read_text("utf-8")
        assert 1 == text.count(wrong), id
        file.write_text(text.replace(wrong, mended), "utf-8")
        before.remove(id)
        assert sorted(before) == sorted(finding.id for finding in prepare(course)[1]), f"the cure of {id} brought another finding"
    assert [] == prepare(course)[1]


ODD = ("", " x, y", " 5", " ½", " nan", " 1e400", " [a, b]", " [~, a]", " {a: b}", " {a: [b, {c: d}]}", " [[a], {b: [c]}]", " []", " {}", ' ""')


@pytest.mark.parametrize("kind", blocks.fences()["quiz"], ids=lambda kind: kind.kind())
def test_whatever_stands_under_a_key_is_told_in_our_own_words(kind: type[Block], tmp_path: Path) -> None:
    file = tmp_path / "odd.md"
    for key in keys_of(kind):
        told = "" if key == kind.key else f"{kind.key}: x\n"
        file.write_text("\n".join(f"```quiz\n{told}{key}:{value}\n```\n" for value in ODD), "utf-8")
        found = prepare(file)[1]
        assert found
        assert not [finding.message for finding in found if "Input should" in finding.message or not finding.cure]
