"""The handbook's gallery of questions."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tuokio import blocks
from tuokio.blocks.question import Question
from tuokio.build import build

QUESTIONS = [name for name, kind in blocks.kinds().items() if issubclass(kind, Question)]
TRANSLATED = [path for name in blocks.kinds() for path in sorted(blocks.folder(name).glob("example-*.md"))]
GALLERY = "---\nid: kinds\ntitle: Kinds\n---\n\nLook around.\n\n```example\n```\n"


def test_every_kind_of_question_is_a_step_with_its_manual_its_example_and_the_source(check_course: Callable) -> None:
    pages, findings = check_course({"1-a.md": GALLERY})
    assert [] == findings
    start, *steps = pages.editions[0].pages[0].steps
    assert "Look around." in start.html and not start.items
    assert [(name, name) for name in QUESTIONS] == [(step.id, step.title) for step in steps]
    assert "draw" not in QUESTIONS, "what is no question is no exhibit"
    for name, step in zip(QUESTIONS, steps, strict=True):
        manual, live, source = step.html.index("<strong>Score:</strong>"), step.html.index(f'data-item="example-{name}"'), step.html.index("<pre>")
        assert manual < live < source
        assert {name} == {data["kind"] for data in step.items.values()}
        assert step.key, "and its answer at the end of the print"


def test_a_picture_of_an_example_is_found_beside_the_example_and_shipped_with_the_course(check_course: Callable, tmp_path: Path) -> None:
    _, findings = check_course({"1-a.md": "```example hotspot\n```"})
    assert [] == findings
    build(tmp_path / "course", tmp_path / "out", ["site", "print"])
    [picture] = (tmp_path / "out/course/site/media").iterdir()
    assert "CORNER HOUSEHOLD" in picture.read_text("utf-8")
    assert f"media/{picture.name}" in next((tmp_path / "out/course/site/modules/en").iterdir()).read_text("utf-8")


def test_the_courses_own_pictures_are_still_found_beside_its_text_and_nowhere_else(check_course: Callable) -> None:
    _, findings = check_course({"1-a.md": "```quiz\nid: q\nquestion: Where?\nimage: media/receipt.svg\nalt: A receipt.\nstatement: S\ncorrect: true\nexplanation: E\n```\n\n```example hotspot\n```"})
    assert [("missing-file", "1-a.md")] == [(finding.id, finding.span.path.name) for finding in findings]


def test_a_gallery_inside_a_list_is_only_code(check_course: Callable) -> None:
    pages, _ = check_course({"1-a.md": "- So:\n\n  ```example\n  ```\n"})
    assert ["start"] == [step.id for step in pages.editions[0].pages[0].steps]


def test_the_steps_of_the_gallery_can_be_linked_to(check_course: Callable) -> None:
    pages, findings = check_course({"1-a.md": "[see](2-kinds.md#hotspot)", "2-kinds.md": GALLERY})
    assert [] == findings
    assert 'href="#/kinds/hotspot"' in re.sub(r"\s+", " ", pages.editions[0].pages[0].steps[0].html)


@pytest.mark.parametrize("path", TRANSLATED, ids=lambda path: f"{path.parent.name}-{path.stem.removeprefix("example-")}")
def test_an_example_in_another_language_is_whole_and_says_the_same_as_the_english_one(check_course: Callable, path: Path) -> None:
    kind, language = path.parent.name, path.stem.removeprefix("example-")
    contacts, module = (blocks.folder("debrief") / "course.yaml").read_text("utf-8"), f"---\nid: a\ntitle: A\n---\n\n```example {kind}\n```\n"
    pages, findings = check_course({"course.yaml": f"{contacts}languages: [en, {language}]\n", "1-a.md": module, f"1-a.{language}.md": module})
    assert [] == findings, "nothing but words differs"
    english, own = (list(edition.modules[0].blocks) for edition in pages.course.editions)
    assert [(block.id, language) for block in english] == [(block.id, block.language) for block in own]
    (pages.course.folder / f"1-a.{language}.md").unlink()
    _, findings = check_course({"course.yaml": f"{contacts}languages: [{language}]\n"})
    assert [] == findings, "it can be copied"


def test_an_example_that_is_not_translated_is_the_english_one_and_says_so(check_course: Callable) -> None:
    module = "---\ntitle: A\n---\n\n```example choice\n```\n"
    pages, _ = check_course({"course.yaml": "id: c\ntitle: C\nlanguages: [en, et]\n", "1-a.md": module, "1-a.et.md": module})
    html = pages.editions[1].pages[0].steps[0].html
    assert html.index('<div lang="en"') < html.index("A customer wants to return")
