"""`tuokio check --fix` adds ids and leaves everything else as the author left it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuokio.build import prepare
from tuokio.check.fix import fix, fix_all
from tuokio.check.frame import frame

SOURCE = """# Title

## One

Text

## Two ##

```quiz
question: Which one is it, then?
options:
  - {text: A, correct: true, feedback: F}
  - {text: B, feedback: F}
```

```quiz
- statement: Yes
  correct: true
  explanation: E
- statement: Yes
  correct: true
  explanation: E
```
"""

FIXED = """# Title

## One {#one}

Text

## Two {#two} ##

```quiz
id: which-one-is-it-then
question: Which one is it, then?
options:
  - {text: A, correct: true, feedback: F}
  - {text: B, feedback: F}
```

```quiz
- id: yes
  statement: Yes
  correct: true
  explanation: E
- id: yes-2
  statement: Yes
  correct: true
  explanation: E
```
"""


def mend(path: Path) -> None:
    fix(prepare(path)[1])


def test_missing_ids_are_written_where_an_author_would_write_them(tmp_path: Path) -> None:
    path = tmp_path / "1-a.md"
    path.write_text(SOURCE, "utf-8")
    mend(path)
    assert FIXED == path.read_text("utf-8")


def test_a_second_run_changes_nothing_and_the_ids_are_those_shown_before(tmp_path: Path) -> None:
    path = tmp_path / "1-a.md"
    path.write_text(SOURCE, "utf-8")
    before = [list(step.items) for step in prepare(path)[0].editions[0].pages[0].steps]
    mend(path)
    once = path.read_bytes()
    mend(path)
    assert once == path.read_bytes()
    assert before == [list(step.items) for step in prepare(path)[0].editions[0].pages[0].steps]


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "1-a.md"
    path.write_bytes(b"\xef\xbb\xbf" + SOURCE.replace("\n", "\r\n").encode())
    mend(path)
    assert b"\xef\xbb\xbf" + FIXED.replace("\n", "\r\n").encode() == path.read_bytes()


def test_a_translation_gets_the_ids_of_its_source(tmp_path: Path) -> None:
    source = "---\nid: t\n---\n\n# T\n\n## One {#one}\n\n```quiz\nid: q\nstatement: x\ncorrect: true\nexplanation: e\n```\n"
    for name, text in {"course.yaml": "id: c\ntitle: C\nlanguages: [en, fi]\n", "1-a.md": source, "1-a.fi.md": "# T\n\n## Yksi\n\n```quiz\nstatement: x\nexplanation: e\n```\n"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    mend(tmp_path)
    assert "# T\n\n## Yksi {#one}\n\n```quiz\nid: q\nstatement: x\nexplanation: e\n```\n" == (tmp_path / "1-a.fi.md").read_text("utf-8")
    assert source == (tmp_path / "1-a.md").read_text("utf-8")
    assert [] == prepare(tmp_path)[1]


@pytest.mark.parametrize("before, after", [("## One {#one}\n", "---\nid: a\n---\n\n## One {#one}\n"), ("---\ntitle: A\n---\n\n## One {#one}\n", "---\nid: a\ntitle: A\n---\n\n## One {#one}\n"), ("\n---\r\ntitle: A\r\n---\r\n\r\n## One {#one}\r\n", "\n---\r\nid: a\r\ntitle: A\r\n---\r\n\r\n## One {#one}\r\n")])
def test_a_module_gets_the_id_it_had_from_its_files_name(before: str, after: str, tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("id: c\ntitle: C\n", "utf-8")
    (tmp_path / "1-a.md").write_bytes(before.encode())
    mend(tmp_path)
    assert after == (tmp_path / "1-a.md").read_bytes().decode()
    assert [] == [finding for finding in prepare(tmp_path)[1] if finding.id != "empty-step"]


FORMS = {
    "indented keys": ("```quiz\n  statement: x\n  correct: true\n  explanation: e\n```", "```quiz\n  id: x\n  statement: x\n  correct: true\n  explanation: e\n```"),
    "flow": ("```quiz\n{statement: x, correct: true, explanation: e}\n```", "```quiz\n{id: x, statement: x, correct: true, explanation: e}\n```"),
    "flow in a list": ("```quiz\n- {statement: x, correct: true, explanation: e}\n```", "```quiz\n- {id: x, statement: x, correct: true, explanation: e}\n```"),
    "document mark": ("```quiz\n---\nstatement: x\ncorrect: true\nexplanation: e\n```", "```quiz\n---\nid: x\nstatement: x\ncorrect: true\nexplanation: e\n```"),
    "empty id": ("```quiz\nid:\nstatement: x\ncorrect: true\nexplanation: e\n```", "```quiz\nid: x\nstatement: x\ncorrect: true\nexplanation: e\n```"),
    "indented fence": ("  ```quiz\n  statement: x\n  correct: true\n  explanation: e\n  ```", "  ```quiz\n  id: x\n  statement: x\n  correct: true\n  explanation: e\n  ```"),
    "underlined heading": ("Two\nlines\n---\n\nx", "Two\nlines {#two-lines}\n---\n\nx"),
    "soft break from Word": ("a\x0bb\u2028c\n\n## D\n\nx", "a\x0bb\u2028c\n\n## D {#d}\n\nx"),
}


@pytest.mark.parametrize("before, after", FORMS.values(), ids=FORMS)
def test_an_id_is_written_the_way_the_author_writes_and_stays(before: str, after: str, tmp_path: Path) -> None:
    path = tmp_path / "1-a.md"
    path.write_bytes(before.encode())
    mend(path)
    assert after == path.read_bytes().decode()
    assert [] == [finding for finding in prepare(path)[1] if finding.id != "empty-value"]


QUOTED = {
    "a colon in a text": ("question: Mitä sanot: näin vai noin?", 'question: "Mitä sanot: näin vai noin?"'),
    "curly quotation marks around it": ("question: “Sanot: odota”, vai?", 'question: "“Sanot: odota”, vai?"'),
    "a sign that YAML keeps for itself": ("question: @-merkki vai pallo?", 'question: "@-merkki vai pallo?"'),
    "a value of the course in it": ("question: {{ x }} tai y: kumpi on oikea vastaus?", 'question: "{{ x }} tai y: kumpi on oikea vastaus?"'),
    "a quotation mark inside": ('question: Sanotko: "odota"?', 'question: "Sanotko: \\"odota\\"?"'),
}


@pytest.mark.parametrize("before, after", QUOTED.values(), ids=QUOTED)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_text_that_yaml_misreads_gets_its_quotation_marks(before: str, after: str, newline: str, tmp_path: Path) -> None:
    path = tmp_path / "1-a.md"
    block = "```quiz\nid: q\n{}\noptions:\n  - {{text: Näin, correct: true, feedback: Se auttaa heti.}}\n  - {{text: Noin, feedback: Asiakas jää odottamaan.}}\n  - Sanon: ei onnistu\n```\n"
    path.write_bytes(block.format(before).replace("\n", newline).encode())
    findings = fix_all(prepare(path)[1], lambda: prepare(path)[1])[1]
    mended = block.format(after).replace("- Sanon: ei onnistu", '- "Sanon: ei onnistu"')
    assert mended.replace("\n", newline) == path.read_bytes().decode()
    assert not [finding for finding in findings if finding.severity == "error" and finding.id != "unknown-value"]


@pytest.mark.parametrize("text", ["question: Mitä sanot: näin\n  vai noin?", "options:\n  - text: 'Hei' ja tervetuloa", "question: Muista: kysy # Maijalta", "feedback: {correct: Hyvä: näin}", "question: [Mitä: sanot"])
def test_a_text_that_may_go_on_elsewhere_is_left_to_its_author(text: str, tmp_path: Path) -> None:
    path = tmp_path / "1-a.md"
    path.write_text(f"```quiz\nid: q\n{text}\n```\n", "utf-8")
    before = path.read_bytes()
    mend(path)
    assert before == path.read_bytes()


@pytest.mark.parametrize("spoilt", ["title: X: y", "title: [x", "title: *x", "title: 'x", "id: welcome"])
def test_front_matter_that_cannot_be_read_gets_no_other_id(spoilt: str, tmp_path: Path) -> None:
    path = tmp_path / "1-start.md"
    path.write_text(f"---\nid: welcome\n{spoilt}\n---\n\n## One {{#one}}\n\nText\n", "utf-8")
    (tmp_path / "course.yaml").write_text("id: c\ntitle: C\n", "utf-8")
    findings = fix_all(prepare(tmp_path)[1], lambda: prepare(tmp_path)[1])[1]
    assert "missing-id" not in [finding.id for finding in findings]
    assert 1 == path.read_text("utf-8").split("## One")[0].count("\nid: welcome") - (spoilt == "id: welcome") and "id: start" not in path.read_text("utf-8")


def test_a_line_as_long_as_a_file_is_shown_around_its_fault(tmp_path: Path) -> None:
    path = tmp_path / "1-a.md"
    path.write_text("# A\n\n" + "word " * 20000 + "[here](missing.md) " + "word " * 20000 + "\n", "utf-8")
    shown = frame(next(finding for finding in prepare(path)[1] if finding.id == "dead-link"))
    assert len(shown) < 2000
    line, marks = shown.split("\n")[3:5]
    assert "missing.md" == line[marks.index("^") : marks.rindex("^") + 1]
