"""What authors may write, and how it is taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tuokio.check.frame import frame
from tuokio.finding import Severity

BROKEN = sorted(path for path in (Path(__file__).parent / "broken").iterdir() if path.suffix != ".txt")


@pytest.mark.parametrize("source", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_gives_exactly_its_frames(source: Path, expect_frames: Callable[[Path], None]) -> None:
    expect_frames(source)


def html(pages, module: int = 0) -> str:
    return "\n".join(step.html for step in pages.editions[0].pages[module].steps)


def test_anyones_markdown_builds_without_front_matter_or_course_yaml(check_course) -> None:
    pages, findings = check_course({"b.md": "# Bee\n\nText\n\n#### Deep\n\n###### Deeper", "a.md": "Just text.", "10-z.md": "x", "2-y.md": "y"})
    assert {"skipped-heading"} == {finding.id for finding in findings if finding.severity is not Severity.HINT}, "and nothing that keeps it from being built"
    assert ["y", "z", "a", "b"] == [page.id for page in pages.editions[0].pages]
    assert ["Y", "Z", "A", "Bee"] == [page.title for page in pages.editions[0].pages]
    assert "<h4" in html(pages, 3) and "<h6" in html(pages, 3)


def test_byte_order_mark_and_windows_line_ends_change_nothing(check_course, tmp_path) -> None:
    text = "---\nid: a\ntitle: Ä\n---\n\nText {{ v }}\n\n## Two {#two}\n\n```quiz\nid: q\nstatement: S\ncorrect: true\nexplanation: E\n```\n"
    config = "id: c\ntitle: C\nvalues: {v: W}\n"
    plain, _ = check_course({"course.yaml": config, "1-a.md": text})
    mess, findings = check_course({"course.yaml": b"\xef\xbb\xbf" + config.replace("\n", "\r\n").encode(), "1-a.md": b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()})
    assert [] == findings
    assert html(plain) == html(mess)


def test_a_file_that_is_not_utf8_says_so_and_the_others_are_read(check_course) -> None:
    pages, findings = check_course({"1-a.md": "Päivää".encode("cp1252"), "2-b.md": "Fine."})
    assert ["not-utf-8"] == [finding.id for finding in findings]
    assert (1, 2) == (findings[0].span.line, findings[0].span.column)
    assert ["b"] == [page.id for page in pages.editions[0].pages]


def test_a_mark_at_the_beginning_moves_no_place(check_course) -> None:
    _, [finding] = check_course({"1-a.md": b"\xef\xbb\xbf" + "Päivää".encode("cp1252")})
    assert (1, 2) == (finding.span.line, finding.span.column) and "`ä`" in finding.message
    assert " 1 | Päivää" in frame(finding)


def test_steps_are_the_text_up_to_the_next_second_level_heading(check_course) -> None:
    pages, _ = check_course({"1-a.md": "# T\n\nIntro\n\n## One {#one}\n\nA\n\n### Sub\n\nB\n\n## Two {#two}\n\nC"})
    assert [("start", "T"), ("one", "One"), ("two", "Two")] == [(step.id, step.title) for step in pages.editions[0].pages[0].steps]
    assert 'id="/a/one/sub"' in pages.editions[0].pages[0].steps[1].html


def test_plain_scalars_stay_what_the_author_typed(check_course) -> None:
    pages, findings = check_course({"1-a.md": "```quiz\nid: q\nquestion: Kumpi on auki?\noptions:\n  - {text: on, correct: true, feedback: 8:30}\n  - {text: 0123, feedback: 1.10}\n  - {text: no, feedback: ~x}\n```"})
    assert [] == findings
    for text in ("<span>on</span>", ">8:30<", "<span>0123</span>", ">1.10<", "<span>no</span>"):
        assert text in html(pages)


def test_values_stand_in_prose_titles_and_blocks_but_not_in_code(check_course) -> None:
    course = "id: c\ntitle: '{{ firm }} learns'\nvalues: {firm: 'A & *B*', days: '14'}\n"
    module = "---\nid: a\ntitle: At {{ firm }}\n---\nWe are {{ firm }}. `{{ firm }}` \\{{ firm }}\n\n```quiz\nid: q\nstatement: {{ days }} days\ncorrect: true\nexplanation: Yes, {{days}}.\n```"
    pages, findings = check_course({"course.yaml": course, "1-a.md": module})
    assert [] == findings
    assert "A & *B* learns" == pages.course.title
    assert "At A & *B*" == pages.editions[0].pages[0].title
    text = html(pages)
    assert "We are A &amp; *B*." in text, "a value is plain text, never markup"
    assert "<code>{{ firm }}</code> {{ firm }}" in text
    assert "14 days" in text and "Yes, 14." in text


def test_links_between_modules_and_steps_become_places_in_the_course(check_course) -> None:
    pages, findings = check_course({"1-a.md": "[m](02-b.md) [s](02-b.md#two) [h](./02-b.md#sub) [own](#q) [w](https://example.org/?a=1&b=2)\n\n```quiz\nid: q\nstatement: S\ncorrect: true\nexplanation: E\n```", "02-b.md": "## Two {#two}\n\n### Sub\n\nx"})
    assert [] == findings
    for href in ("#/b/two", "#/b/two/sub", "#/a/start/q", "https://example.org/?a=1&amp;b=2"):
        assert f'href="{href}"' in html(pages)


def test_script_and_foreign_schemes_never_become_links(check_course) -> None:
    pages, _ = check_course({"1-a.md": "[x](javascript:alert(1)) [y](data:text/html,x) [z](file:///etc/passwd) <script>alert(1)</script> ![i](javascript:x)"})
    text = html(pages)
    assert "javascript" not in "".join(part.split(">")[0] for part in text.split("<")[1:])
    assert "<script" not in text and 'href="file' not in text and 'href="data' not in text


def test_a_footnote_stands_at_the_end_of_the_step_that_refers_to_it(check_course) -> None:
    pages, _ = check_course({"1-a.md": "Intro\n\n## One {#one}\n\nA[^x] and again[^x].\n\n## Two {#two}\n\nB[^y]\n\n[^x]: Note x\n[^y]: Note y"})
    intro, one, two = pages.editions[0].pages[0].steps
    assert "Note x" in one.html and "Note y" in two.html and "Note" not in intro.html
    assert 'href="#/a/one/note1"' in one.html and 'id="/a/one/note1"' in one.html
    assert 'href="#/a/two/note2"' in two.html and 'id="/a/two/note2"' in two.html


def test_a_footnote_in_a_block_is_shown_as_text_and_told(check_course) -> None:
    pages, findings = check_course({"1-a.md": "Text[^1].\n\n```quiz\nid: q\nstatement: |\n  A[^1] and `[^2]`.\n\n  [^1]: Said here too.\ncorrect: true\nexplanation: E\n```\n\n[^1]: Said here."})
    assert [("note-in-block", 6)] == [(finding.id, finding.span.line) for finding in findings]
    assert "A[^1] and" in html(pages) and 'id="/a/start/note1"' in html(pages)


def test_alerts_are_titled_in_the_courses_language(check_course) -> None:
    pages, _ = check_course({"course.yaml": "id: c\ntitle: C\nlanguages: [fi]\n", "1-a.md": "> [!TIP]\n> Kysy."})
    assert "Vinkki" in html(pages)


def test_words_in_another_language_carry_it_and_nothing_else(check_course) -> None:
    pages, _ = check_course({"1-a.md": "Sano [Refund]{lang=en onclick=\"alert(1)\" style=x}."})
    assert '<span lang="en">Refund</span>' in html(pages)
    assert "onclick" not in html(pages) and "style" not in html(pages)


def test_tables_align_by_class_because_the_policy_allows_no_style(check_course) -> None:
    pages, _ = check_course({"1-a.md": "| a | b |\n|--:|:-:|\n| 1 | 2 |"})
    assert '<td class="align-right">1</td>' in html(pages) and "style=" not in html(pages)


def test_two_files_that_come_to_one_id_are_told_apart(check_course) -> None:
    pages, findings = check_course({"01-intro.md": "## A {#a}\n\n[x](#a)", "02-intro.md": "## A {#a}\n\n[x](#a)\n\nNote[^1]\n\n[^1]: N"})
    assert ["intro", "intro-2"] == [page.id for page in pages.editions[0].pages]
    assert 'href="#/intro-2/a"' in html(pages, 1) and 'id="/intro-2/a"' in html(pages, 1) and 'id="/intro-2/a/note1"' in html(pages, 1)
    assert not findings


def test_an_option_without_an_id_gets_its_letter_unless_another_took_it(check_course) -> None:
    pages, _ = check_course({"1-a.md": "```quiz\nid: q\nquestion: Which one is it?\noptions:\n  - {id: b, text: X, correct: true, feedback: F}\n  - {text: Y, feedback: F}\n  - {text: Z, feedback: F}\n```"})
    assert ["b", "b_", "c"] == [option["id"] for option in pages.editions[0].pages[0].steps[0].items["q"]["options"]]


def test_the_revision_follows_what_is_shown(check_course) -> None:
    def revision(statement: str, value: str) -> str:
        pages, _ = check_course({"course.yaml": f"id: c\ntitle: C\nvalues: {{v: '{value}'}}\n", "1-a.md": f"```quiz\nid: q\nstatement: {statement} {{{{ v }}}}\ncorrect: true\nexplanation: E\n```"})
        return pages.editions[0].pages[0].steps[0].items["q"]["rev"]

    assert revision("S", "1") == revision("S", "1")
    assert revision("S", "1") != revision("T", "1")
    assert revision("S", "1") != revision("S", "2")


def test_the_revision_does_not_follow_where_the_block_stands_or_what_our_buttons_say(check_course) -> None:
    def revision(language: str, heading: str) -> str:
        pages, _ = check_course({"course.yaml": f"id: c\ntitle: C\nlanguages: [{language}]\n", "1-a.md": f"{heading}\n\n```quiz\nid: q\nstatement: S\ncorrect: true\nexplanation: E\n```"})
        return next(step.items["q"]["rev"] for step in pages.editions[0].pages[0].steps if step.items)

    assert revision("en", "") == revision("fi", "") == revision("en", "## Elsewhere {#elsewhere}")


def test_yaml_bombs_are_refused_at_once(check_course) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    deep = "x: " + "[" * 5000 + "]" * 5000 + "\n"
    for text in (bomb, deep):
        _, findings = check_course({"course.yaml": text, "1-a.md": "x"})
        assert {"yaml-alias", "deep-nesting"} & {finding.id for finding in findings}
    _, findings = check_course({"course.yaml": "title: x\n#" + "y" * 1_000_001, "1-a.md": "x"})
    assert "huge-file" in {finding.id for finding in findings}


def test_a_single_module_gives_the_course_its_title(check_course) -> None:
    pages, _ = check_course({"1-a.md": "# The only one\n\nx"})
    assert "The only one" == pages.course.title


def test_a_readme_beside_modules_is_not_a_module(check_course) -> None:
    pages, _ = check_course({"README.md": "About", "1-a.md": "x"})
    assert ["a"] == [page.id for page in pages.editions[0].pages]


def test_minutes_are_estimated_from_text_and_questions(check_course) -> None:
    pages, _ = check_course({"1-a.md": "x" * 2500 + "\n\n```quiz\n- {id: a, statement: S, correct: true, explanation: E}\n- {id: b, statement: S, correct: true, explanation: E}\n```"})
    assert 4 == pages.editions[0].pages[0].minutes


def test_what_word_leaves_at_the_start_of_a_line_is_read_as_it_was_meant(check_course) -> None:
    pages, findings = check_course({"1-a.md": "\n---\ntitle: Työ\n---\n\n##\u00a0Askel {#askel}\n\n• eka\n• toka\n\n```text\n• code\n```\n\n```quiz\nid: q\nstatement:\u00a0Näin on.\n\u00a0\u00a0\ncorrect: true\nexplanation: E\n```\n"})
    assert [] == findings
    assert "Työ" == pages.editions[0].pages[0].title
    assert "askel" == pages.editions[0].pages[0].steps[-1].id
    assert "<li>eka</li>" in html(pages) and "• code" in html(pages) and "Näin on." in html(pages)


HTML = """# A <b>title</b>

<details><summary>More</summary>

Text with [a link](2-b.md), H<sub>2</sub>O and ![a cup](media/cup.svg).

</details>

<script>alert(1)</script><p onclick="x()" class="bar">Not ours</p>

```quiz
id: q
question: Is it H<sub>2</sub>O <img src="https://example.com/x.png">?
options:
  - {text: "CO<sub>2</sub>", feedback: No.}
  - {text: Water, correct: true, feedback: "<mark>Yes</mark>."}
```
"""


def test_html_is_let_through_where_the_course_says_so_and_only_what_is_harmless(check_course) -> None:
    files = {"course.yaml": "id: c\ntitle: C\nhtml: true\n", "1-a.md": HTML, "2-b.md": "# B", "media/cup.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'}
    pages, findings = check_course(files)
    text = html(pages)
    assert "A title" == pages.editions[0].pages[0].title
    assert "<details><summary>More</summary>" in text and "H<sub>2</sub>O" in text and "<mark>Yes</mark>" in text
    assert '<a href="#/b/start">a link</a>' in text and 'alt="a cup"' in text
    assert [] == [word for word in ("<script", "onclick", "alert", "example.com", 'class="bar"') if word in text]
    assert [("html-removed", "<script>"), ("html-removed", "onclick"), ("html-removed", "class"), ("html-removed", "<img>")] == [(finding.id, finding.message.split("`")[1]) for finding in findings if finding.id == "html-removed"]
    assert [9, 9, 9, 13] == [finding.span.line for finding in findings if finding.id == "html-removed"]


def test_html_is_text_unless_the_course_says_otherwise(check_course) -> None:
    pages, findings = check_course({"course.yaml": "id: c\ntitle: C\n", "1-a.md": "H<sub>2</sub>O"})
    assert "H&lt;sub&gt;2" in html(pages)
    assert ["html-shown-as-text"] == [finding.id for finding in findings]


def test_a_picture_that_is_decorative_is_passed_over_in_silence(check_course) -> None:
    files = {"course.yaml": "id: c\ntitle: C\n", "1-a.md": "![Decorative](media/leaf.svg)\n\n![](media/leaf.svg)", "media/leaf.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'}
    pages, findings = check_course(files)
    assert 2 == html(pages).count('alt=""') and "ecorative" not in html(pages)
    assert [("undescribed-picture", 3)] == [(finding.id, finding.span.line) for finding in findings]
