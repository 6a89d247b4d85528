"""What stands beside a Markdown file comes along, and nothing from elsewhere does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuokio.build import prepare
from tuokio.exchange.carry import bring
from tuokio.exchange.entry import Entry
from tuokio.exchange.tasks import format
from tuokio.finding import Finding, Severity

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def come_in(folder: Path, text: str) -> tuple[list[Entry], list[str]]:
    findings: list[Finding] = []
    entries = [*format.read(text.encode(), folder / "kysymykset.md", findings)]
    return entries, [finding.id for finding in findings]


def test_a_picture_beside_the_file_comes_along_under_a_safe_name(tmp_path: Path) -> None:
    (tmp_path / "kuvat").mkdir()
    (tmp_path / "kuvat/Kassa 1.svg").write_bytes(DRAWING)
    (entry,), told = come_in(tmp_path, "Mikä? ![Kassa](<kuvat/Kassa%201.svg>)\n\n- [x] a\n- [ ] b\n")
    (name,) = entry.pictures
    assert f"Mikä? ![Kassa](media/{name})" == entry.data["question"] and name.startswith("kassa-1-") and not told


@pytest.mark.parametrize("address", ["../salaisuus.svg", "%2e%2e/salaisuus.svg", "/etc/hostname", "linkki.svg", "https://example.org/a.svg", "data:image/svg+xml;base64,AA", "teksti.svg", "puuttuu.svg"])
def test_what_lies_elsewhere_or_is_no_picture_stays_there_and_is_told(tmp_path: Path, address: str) -> None:
    (tmp_path / "salaisuus.svg").write_bytes(DRAWING)
    folder = tmp_path / "kansio"
    folder.mkdir()
    (folder / "teksti.svg").write_bytes(b"salasana")
    (folder / "linkki.svg").symlink_to(tmp_path / "salaisuus.svg")
    (entry,), told = come_in(folder, f"Mikä? ![Kuva]({address})\n\n- [x] a\n- [ ] b\n")
    assert not entry.pictures and "Mikä?" == entry.data["question"] and ["picture-left-out"] == told and address in entry.lost[0]


@pytest.mark.parametrize(
    "text, feedback",
    [
        ("- [x] a\n  niin on\n- [ ] b\n", "niin on"),
        ("- [x] a\n\n  niin on\n\n- [ ] b\n", "niin on"),
        ("- [x] a\n  > niin\n  > on\n- [ ] b\n", "niin\non"),
        ("- [x] a\n> niin on\n- [ ] b\n", "niin on"),
        ("- [x] a\n    - niin\n    - on\n- [ ] b\n", "- niin\n- on"),
        ("1. [X] a\n   * niin on\n2. [ ] b\n", "niin on"),
    ],
)
def test_what_stands_below_an_option_is_said_to_who_chooses_it(tmp_path: Path, text: str, feedback: str) -> None:
    (entry,), told = come_in(tmp_path, f"Mikä?\n\n{text}")
    assert {"question": "Mikä?", "options": [{"text": "a", "correct": True, "feedback": feedback}, "b"]} == entry.data and not told


def test_a_long_option_goes_on_where_its_line_ends(tmp_path: Path) -> None:
    (entry,), _ = come_in(tmp_path, f"Mikä?\n\n- [x] {'pitkä ' * 10}vaihtoehto\n  jatkuu\n- [ ] b\n")
    assert f"{'pitkä ' * 10}vaihtoehto jatkuu" == entry.data["options"][0]["text"]


def test_code_stays_code(tmp_path: Path) -> None:
    (entry,), told = come_in(tmp_path, "Mikä?\n\n```\n- [x] ei tämä\n![a](b.png) {{ x }}\n```\n\n- [x] `[a](b)`\n- [ ] b\n")
    assert "- [x] ei tämä\n![a](b.png) {{ x }}" in entry.data["question"] and "`[a](b)`" == entry.data["options"][0]["text"] and not told


def test_code_below_an_option_belongs_to_it(tmp_path: Path) -> None:
    (entry,), told = come_in(tmp_path, "Mikä?\n\n- [x] a\n  ```\n  - [ ] ei tämä\n\n  loppu\n  ```\n- [ ] b\n")
    assert "```\n- [ ] ei tämä\n\nloppu\n```" == entry.data["options"][0]["feedback"] and 2 == len(entry.data["options"]) and not told


def test_code_that_names_its_language_stays_inside_its_question(tmp_path: Path) -> None:
    (tmp_path / "q.md").write_text("Mitä tämä tulostaa?\n\n```python\nprint(1)\n```\n\n- [x] 1\n- [ ] 2\n", "utf-8")
    done = bring(tmp_path / "q.md", tmp_path / "course.md", format, bank=False, into_folder=False)
    assert 1 == done.questions and not [finding for finding in prepare(tmp_path / "course.md")[1] if finding.severity is Severity.ERROR]


def test_a_script_that_came_along_as_a_text_is_not_said_to_be_gone(tmp_path: Path) -> None:
    findings: list[Finding] = []
    (entry,) = format.read("Mikä? <script>x</script>\n\n- [x] a\n- [ ] b\n".encode(), tmp_path / "k.md", findings)
    assert "<script>" in entry.data["question"] and "came along as a text" in findings[0].message and "left out" not in findings[0].message


@pytest.mark.parametrize("above", ["Mitä?\n", "Mitä?\n\n", "## Mitä?\n\n"])
def test_round_boxes_are_told_by_their_line_and_stay_out_of_other_questions(tmp_path: Path, above: str) -> None:
    text = f"Kuka?\n\n- [x] a\n- [ ] b\n\n{above}- (x) Kyllä\n- ( ) Ei\n\nMikä?\n\n- [x] c\n- [ ] d\n"
    findings: list[Finding] = []
    first, round, last = format.read(text.encode(), tmp_path / "k.md", findings)
    assert {"question": "Kuka?", "options": [{"text": "a", "correct": True}, "b"]} == first.data
    assert "Mitä?" in round.prose and "- (x) Kyllä\n- ( ) Ei" in round.prose and "Mikä?" == last.data["question"]
    assert [("round-brackets", 6 + above.count("\n"))] == [(finding.id, finding.span.line) for finding in findings] and "`- [x]`" in findings[0].cure
