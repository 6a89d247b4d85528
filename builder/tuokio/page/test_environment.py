"""A theme's templates win over ours; what is wrong in them is told, never thrown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tuokio.build import Build, build
from tuokio.kept import Kept

QUIZ = "```quiz\nid: q\nquestion: Which one is it?\noptions:\n  - {text: X, correct: true, feedback: F.}\n  - {text: Y, feedback: G.}\n```\n"

QUESTION = """{% import "tuokio/question.html" as ours with context %}
{% macro question(block, place, stem=none) %}{% set body = caller() %}{% call ours.question(block, place, stem) %}{{ body }}{% endcall %}{% endmacro %}
{% macro question_on_paper(block, place, number, stem=none) %}<section class="item" id="{{ place }}"><i>{{ block.question|prose }}</i>{{ caller() }}</section>{% endmacro %}
"""


@pytest.fixture
def dress(tmp_path: Path) -> Callable[..., Build]:
    """Build a course whose theme has these templates."""

    def run(templates: dict[str, str]) -> Build:
        files = {"course.yaml": "id: c\ntitle: C\nlanguages: [en]\ntheme: t\n", "themes/t/theme.yaml": "name: T\n", "1-a.md": f"---\nid: a\n---\n\n# A\n\n{QUIZ}"}
        for name, text in (files | {f"themes/t/overrides/{name}": text for name, text in templates.items()}).items():
            path = tmp_path / "course" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return build(tmp_path / "course", tmp_path / "out", ["site", "print"])

    return run


def test_a_themes_template_wins_and_can_build_on_ours(dress: Callable[..., Build]) -> None:
    result = dress({"print.html": '{% extends "tuokio/print.html" %}\n{% block body %}{{ super() }}<p>Ask Maija.</p>{% endblock %}\n', "question.html": QUESTION})
    assert [] == result.findings
    page = result.files[1].read_text("utf-8")
    assert "<p>Ask Maija.</p>" in page and "<i>Which one is it?</i>" in page
    assert "Check</button>" in next(result.files[0].parent.glob("modules/*/*.js")).read_text("utf-8").replace("\\", "")


def test_a_page_can_be_replaced_whole(dress: Callable[..., Build]) -> None:
    result = dress({"print.html": "<title>{{ edition.title }}</title>{{ 'answers'|say }}"})
    assert "<title>C</title>Answers" == result.files[1].read_text("utf-8")


@pytest.mark.parametrize(
    "templates, line, says",
    [
        ({"print.html": "<p>\n{% if %}\n"}, 2, "Expected an expression"),
        ({"print.html": "<p>\n\n{{ curse.title }}\n"}, 3, "'curse' is undefined"),
        ({"print.html": '\n{% extends "print.html" %}\n'}, 2, "tuokio/print.html"),
        ({"print.html": '{% extends "tuokio/prnt.html" %}\n'}, 1, "Did you mean `tuokio/print.html`?"),
        ({"print.html": "{{ 1 / 0 }}"}, 1, "division by zero"),
        ({"print.html": "{{ ''.__class__.__mro__ }}"}, 1, "unsafe"),
        ({"choice/view.html": "{% macro screen(block, place) %}\n{{ block.nothing }}{% endmacro %}"}, 2, "no attribute 'nothing'"),
        ({"a.html": '{% extends "print.html" %}', "print.html": '{% extends "a.html" %}'}, 1, "without end"),
        ({"site/index.html": "\n\n{{ theme.nme }}"}, 3, "nme"),
        ({"print.html": "\n{{ 'answer'|say }}"}, 2, "phrase"),
        ({"print.html": "{{ 'answers'|sya }}"}, 1, "sya"),
        ({"question.html": "{% macro questoin(block) %}{% endmacro %}"}, 1, "question"),
    ],
    ids=["syntax", "unknown name", "itself", "unknown template", "arithmetic", "sandbox", "block", "circle", "site", "phrase", "filter", "part left out"],
)
def test_a_fault_in_a_template_is_told_with_its_file_line_and_cure(templates: dict[str, str], line: int, says: str, dress: Callable[..., Build]) -> None:
    result = dress(templates)
    found = [finding for finding in result.findings if finding.id == "broken-template"]
    assert found, result.findings
    assert line == found[0].span.line and "overrides" in found[0].span.path.parts
    assert len(found) == len(set(found)), "told once, though two targets meet it"
    assert says in found[0].message + found[0].cure and found[0].cure
    assert result.failed


def test_a_template_that_replaces_none_is_told_with_the_name_meant(dress: Callable[..., Build]) -> None:
    result = dress({"prnt.html": "x"})
    assert [("unused-template", "Did you mean `print.html`?")] == [(finding.id, finding.cure) for finding in result.findings]


def test_a_template_may_take_others_along(dress: Callable[..., Build]) -> None:
    result = dress({"print.html": '{% include "greeting.html" %}', "greeting.html": "Hello {{ edition.title }}"})
    assert ([], "Hello C") == (result.findings, result.files[1].read_text("utf-8"))


def test_an_edited_template_is_seen_by_a_build_that_keeps_what_did_not_change(dress: Callable[..., Build], tmp_path: Path) -> None:
    dress({"answers.html": "Tea"})
    kept = Kept()
    pages = []
    for text in ("Tea", "Coffee"):
        (tmp_path / "course/themes/t/overrides/answers.html").write_text(text, "utf-8")
        result = build(tmp_path / "course", tmp_path / "out", ["print"], kept=kept)
        pages.append(result.files[0].read_text("utf-8"))
    assert pages[1] == pages[0].replace("Tea", "Coffee") != pages[0]
