"""What goes out comes back with the same meaning, but for what was told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tuokio.blocks.question import Question
from tuokio.build import prepare
from tuokio.exchange import formats
from tuokio.exchange.carry import bring, collect
from tuokio.exchange.entry import Item
from tuokio.finding import Finding, Severity
from tuokio.kept import Kept
from tuokio.read import read

COURSES = Path(__file__).parents[3] / "courses"
PARTS = ("options", "order", "pairs", "extra", "places", "gaps")


def read_items(course: Path) -> dict[str, Item]:
    findings: list[Finding] = []
    found = read(course, findings, Kept(lasting=False))
    assert [] == [finding for finding in findings if finding.severity is Severity.ERROR]
    return {item.question.id: item for item in collect(found)}


def mean(item: Item) -> dict[str, Any]:
    """Return what a question means, in one form: texts without what Markdown makes no difference of."""

    def plain(text: str) -> str:
        text = re.sub(r"\{\{ *([\w-]+) *\}\}", lambda match: item.values.get(match[1], match[0]), text)
        return " ".join(re.sub(r"!\[(.*?)\]\(<?(.*?)>?\)", r"\1", text).split())

    question: Any = item.question
    said = {"asked": plain(f"{question.question} {question.picture} {getattr(question, 'statement', '')}"), "explanation": plain(question.explanation), "tags": question.tags, "points": question.points}
    said |= {"correct": plain(question.verdicts.correct), "wrong": plain(question.verdicts.wrong), "partly": plain(question.verdicts.partly), "hints": [plain(hint) for hint in question.all_hints]}
    match question.key:
        case "options":
            said["parts"] = [(plain(f"{one.picture} {one.text}"), one.correct, plain(one.feedback)) for one in question.options]
        case "order":
            said["parts"] = [plain(one.text) for one in question.order]
        case "match":
            said["parts"] = [(plain(pair.left), plain(pair.right)) for pair in question.pairs] + [plain(side.text) for side in question.extra]
        case "sort":
            said["parts"] = [(plain(thing.text), plain(place.bucket)) for place in question.places for thing in place.things] + [plain(place.bucket) for place in question.places if not place.things]
        case "statement":
            said["parts"] = question.correct
        case "answers":
            said["parts"] = question.answers, {wrong: plain(text) for wrong, text in question.wrong.items()}
        case "number":
            said["parts"] = question.number, question.model_dump()["tolerance"], question.unit, [(number, plain(question.wrong[written])) for written, number in question.foreseen]
        case "model_answer":
            said["parts"] = plain(question.model_answer)
        case _:
            said["asked"] = plain(f"{question.question} {getattr(question, question.key)}")
    return said


@pytest.mark.parametrize("name", ["gift", "moodle"])
@pytest.mark.parametrize("course", ["asiakaspalvelu", "handbook"])
def test_the_questions_of_a_course_come_back_as_they_were(course: str, name: str, tmp_path: Path) -> None:
    format, told = formats()[name], list[Finding]()
    items = read_items(COURSES / course)
    file = tmp_path / f"sent{format.SUFFIXES[0]}"
    file.write_bytes(format.write(items.values(), told))
    done = bring(file, tmp_path / "back.md", format, bank=False, into_folder=False)
    assert [] == [finding for finding in done.findings if finding.severity is not Severity.HINT]
    back = read_items(tmp_path / "back.md")
    of = {item.question.span(): id for id, item in items.items()}
    left_out = {of[finding.span] for finding in told if finding.id == "not-exported"}
    assert items.keys() - left_out == back.keys(), "every question comes, under its own id, but for those that were told of"
    assert len(left_out) * 8 < len(items)
    for id, item in back.items():
        lost = " ".join(finding.message for finding in told if of[finding.span] == id)
        before, after = mean(items[id]), mean(item)
        unlike = {key for key in before if before[key] != after[key]}
        if name == "gift" and "parts" in unlike and item.question.key == "options":  # what was said of the whole is said of each option
            assert [(text, right, " ".join(filter(None, (said, before["correct" if right else "wrong"])))) for text, right, said in before["parts"]] == after["parts"]
            unlike -= {"parts", "correct", "wrong"}
        allowed = {"hints": "hints", "points": "points", "explanation": "`explanation`", "correct": "how it went", "wrong": "how it went", "partly": "how it went"}
        if "unit" in lost and "parts" in unlike:
            assert before["parts"][:2] + before["parts"][3:] == after["parts"][:2] + after["parts"][3:]
            unlike -= {"parts"}
        assert [] == [(key, before[key], after[key]) for key in unlike if allowed.get(key, "\0") not in lost], id


def test_every_kind_that_can_be_carried_is_and_the_others_are_told(tmp_path: Path) -> None:
    blocks = Path(__file__).parents[1] / "blocks"
    for example in blocks.glob("*/example.md"):
        if "```quiz" not in example.read_text("utf-8") or "draw" in example.parent.name:
            continue
        found = read_items(example)
        for name in ("gift", "moodle"):
            told: list[Finding] = []
            sent = formats()[name].write([item for item in found.values() if isinstance(item.question, Question)], told)
            assert (b"{" in sent if name == "gift" else b"</questiontext>" in sent) is not any(finding.id == "not-exported" for finding in told), (example, name)


def test_an_imported_course_builds(tmp_path: Path) -> None:
    format = formats()["moodle"]
    (tmp_path / "a.xml").write_bytes(format.write(read_items(COURSES / "handbook").values(), []))
    bring(tmp_path / "a.xml", tmp_path / "a.md", format, bank=False, into_folder=False)
    pages, findings = prepare(tmp_path / "a.md")
    assert pages and [] == [finding for finding in findings if finding.severity is Severity.ERROR]
