"""What a line of a file is on the page: a block, a step, some words."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from tuokio.build import prepare
from tuokio.finding import Span
from tuokio.serve.places import Places, Spot, link, link_path

MODULE = """---
id: a
why: Because.
---

# A

Some *first* words, {{ firm }} and a [way](b.md) on.

```quiz
- id: one
  statement: One.
  correct: true
  explanation: E.
- id: two
  statement: Two.
  correcct: true
- statement: Three.
  correct: true
  explanation: E.
```

## Next {#next}

| Table | of |
|---|---|
| many | long cells |

```quiz
id: four
question: Which?
options:
  - {id: x, text: X, correct: true, feedback: F.}
  - id: y
    text: Y
    feedback: F.
```
"""
FILES = {
    "course.yaml": "id: c\ntitle: C\nlanguages: [en, fi]\nvalues: {firm: Firm}\n",
    "01-a.md": MODULE,
    "02-exam.md": "---\nid: e\nexam: {draw: 1, from: tools}\n---\n\n# E\n\n```quiz\nid: own\nstatement: S.\ncorrect: true\nexplanation: E.\n```\n",
    "banks/tools.yaml": "- id: t\n  statement: S.\n  correct: true\n  explanation: E.\n- id: u\n  statement: S.\n  corect: true\n",
    "01-a.fi.md": "# A\n\nSanoja.\n\n```quiz\nid: one\nstatement: Yksi.\n```\n\n## Sitten {#next}\n\nLisää.\n",
}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    for name, text in FILES.items():
        (tmp_path / "c" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "c" / name).write_text(text, "utf-8")
    pages, _ = prepare(tmp_path / "c")
    assert pages
    return Places(pages.course)


def at(places: Places, name: str, needle: str) -> Spot:
    line = next(number for number, text in enumerate(FILES[name].split("\n"), 1) if needle in text)
    return places.locate(Span(places.course.folder / name, line))


def test_a_line_belongs_to_its_block_its_step_or_the_words_on_it(places: Places) -> None:
    assert at(places, "01-a.md", "first") == Spot("a", "start", words="Some *first* words,")
    assert at(places, "01-a.md", "One.") == Spot("a", "start", "one")
    assert at(places, "01-a.md", "question: Which?") == at(places, "01-a.md", "text: Y") == Spot("a", "next", "four")
    assert at(places, "01-a.md", "long cells") == Spot("a", "next", words="long cells")
    assert at(places, "01-a.md", "## Next") == Spot("a", "next", words="Next")
    assert at(places, "01-a.md", "why:").step == "start"
    assert at(places, "01-a.md", "## Next").address == "#/a/next" and at(places, "01-a.md", "One.").address == "#/a/start/one"


def test_a_block_that_could_not_be_read_is_known_by_the_id_written_in_it(places: Places) -> None:
    assert "two" not in [block.id for block in places.course.modules[0].blocks]
    assert at(places, "01-a.md", "correcct") == at(places, "01-a.md", "id: two") == Spot("a", "start", "two")
    assert at(places, "banks/tools.yaml", "corect").block == "u"


def test_a_block_without_an_id_is_known_by_that_of_the_course(places: Places) -> None:
    three = places.course.modules[0].blocks[1]
    assert three.id and at(places, "01-a.md", "Three.") == Spot("a", "start", three.id)


def test_questions_of_an_exam_are_in_its_step_and_those_of_a_bank_wherever_they_are_drawn(places: Places) -> None:
    assert at(places, "02-exam.md", "statement") == Spot("e", "exam", "own")
    assert at(places, "banks/tools.yaml", "id: t") == Spot("", "", "t") and not at(places, "banks/tools.yaml", "id: t").address
    assert at(places, "course.yaml", "title") == Spot()


def test_a_page_has_the_findings_of_its_file_and_of_what_is_shown_in_it_from_others(places: Places, tmp_path: Path) -> None:
    _, findings = prepare(tmp_path / "c")

    def sheet(module: str, language: str) -> list[tuple[str, str]]:
        told = places.sheet(module, language, findings, lambda finding, spot: {"told": (finding.span.path.name, spot.block)}, lambda span: span.path.name)
        return [problem["told"] for problem in told["problems"]]

    assert ("01-a.md", "two") in sheet("a", "en") and ("tools.yaml", "u") not in sheet("a", "en")
    steps = places.sheet("a", "fi", [], dict, lambda span: f"{span.path.name}:{span.line}")
    assert steps["steps"] == {"start": "01-a.fi.md:1", "next": "01-a.fi.md:10"} and steps["blocks"]["one"] == "01-a.fi.md:6" and steps["blocks"]["four"] == "01-a.md:30"
    assert places.sheet("nothing", "en", findings, dict, str)["problems"] == []


def test_a_link_opens_an_editor_whatever_the_folders_are_called() -> None:
    span = Span(Path("x"), 4, 2)
    assert link_path("vscode", PureWindowsPath("C:\\Omat tiedostot\\Ääni #1\\a.md"), span) == "vscode://file/C:/Omat%20tiedostot/%C3%84%C3%A4ni%20%231/a.md:4:2"
    assert link_path("cursor", PureWindowsPath("\\\\server\\share\\a.md"), span) == "cursor://file//server/share/a.md:4:2"
    assert link("vscode", Span(Path("a b.md"))).startswith(f"vscode://file{Path.cwd().as_posix()}/a%20b.md:1:1") and link("none", span) == ""
