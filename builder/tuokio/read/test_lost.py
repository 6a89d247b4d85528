"""What an author meant otherwise than Markdown reads it is left out, or told of with its cure."""

from __future__ import annotations

import pytest

QUIZ = "id: q\nquestion: What now?\noptions:\n  - {text: A, correct: true, feedback: F}\n  - {text: B, feedback: F}\n"
TOP = "---\nid: a\n---\n\n# A\n\n"


def told(findings) -> list[tuple[str, int]]:
    return [(finding.id, finding.span.line) for finding in findings]


def shown(pages) -> str:
    return pages.editions[0].pages[0].steps[0].html


@pytest.mark.parametrize(
    "text",
    [
        "One <!-- private\nremark --> two",
        "One\n\n<!-- private\n\n```quiz\nid: q\n```\n\n## Remark\n-->\n\ntwo",
        "- One\n  <!-- private\n\n  remark -->\n- two",
        "| One | two <!-- private remark --> |\n|---|---|\n| three <!-- <b> --> | |",
        "One two <!-- private --> and <!-- remark -->",
        "```quiz\n" + QUIZ.replace("What now?", "One <!-- private --> two?").replace("text: B", "text: B <!-- <i>remark</i> -->") + "```",
    ],
)
def test_a_private_remark_is_left_out_of_the_page(text: str, check_course) -> None:
    pages, findings = check_course({"1-a.md": TOP + text})
    page = shown(pages)
    assert [] == told(findings)
    assert "One" in page and "two" in page
    assert [] == [word for word in ("private", "emark", "--", "&lt;") if word in page.split("<script")[0]]


def test_a_remark_that_is_shown_as_code_stays_and_one_that_never_ends_is_told_of(check_course) -> None:
    pages, findings = check_course({"1-a.md": TOP + "`<!-- a -->` \\<!-- b -->\n\n```html\n<!-- c -->\n```\n\nText <!-- open\n\nmore"})
    assert [("open-remark", 13)] == told(findings)
    assert 4 == shown(pages).count("&lt;!--")


def test_a_heading_keeps_its_id_before_a_remark(check_course) -> None:
    pages, findings = check_course({"1-a.md": TOP + "## Step {#mine} <!-- rewrite -->\n\nText"})
    assert [] == findings
    assert [("mine", "Step")] == [(step.id, step.title) for step in pages.editions[0].pages[0].steps if step.title]


@pytest.mark.parametrize(
    "text",
    [
        f"```\n{QUIZ}```",
        f"```yaml\n{QUIZ}```",
        f"```\nquiz\n{QUIZ}```",
        "```\n- statement: S\n  correct: true\n- statement: T\n  correct: false\n```",
        "```\nquestion: How many?\nnumber: 5\n```",
        "```\nrule\nrule: Always ask.\n```",
    ],
)
def test_a_block_without_its_word_is_told_of(text: str, check_course) -> None:
    _, findings = check_course({"1-a.md": TOP + text})
    assert [("lost-fence", 7)] == told(findings) and "right after the backticks" in findings[0].cure


@pytest.mark.parametrize(
    "text",
    [
        f"````markdown\n```quiz\n{QUIZ}```\n````",
        "```yaml\nquestion: …\noptions: …\n```",
        "```yaml\n- {id: a, statement: S, correct: true, explanation: E}\n```",
        "```\nquestion: What is this?\n```",
        "```\nquiz night\n```",
        "```text\nquestion: A\noptions: B\n```",
    ],
)
def test_code_that_is_meant_as_code_is_not(text: str, check_course) -> None:
    _, findings = check_course({"1-a.md": TOP + text})
    assert [] == told(findings)


def test_hyphens_without_a_space_are_told_of_once_and_signs_of_numbers_and_single_lines_are_not(check_course) -> None:
    _, findings = check_course({"1-a.md": TOP + "Muista:\n-kuitti\n-kortti\n-kassi\n\n-5\n-10\n\n-Hei, sanoi Aino.\n\n-Hei.\n\n-yksi  \n-kaksi\n\n- a\n- b"})
    assert [("list-without-space", 8)] == told(findings) and "`- kuitti`" in findings[0].cure


def test_a_space_inside_a_link_is_named(check_course) -> None:
    _, findings = check_course({"1-a.md": TOP + "[Rules] (https://example.com/a) and `[x] (y.md)`, [1] (see p. 3), [a](https://example.com)"})
    assert [("unread-link", 7)] == told(findings) and "Remove the space" in findings[0].cure


@pytest.mark.parametrize("allow", ["yes", "[long-sentence]", "{Long-Sentence: Our own words.}", "{long-sentence: [a, b]}"])
def test_a_wrong_allow_never_stops_a_build(allow: str, check_course) -> None:
    _, findings = check_course({"1-a.md": f"{TOP}```quiz\nallow: {allow}\n{QUIZ}```"})
    assert [("warning", 8)] == [(finding.severity, finding.span.line) for finding in findings]
