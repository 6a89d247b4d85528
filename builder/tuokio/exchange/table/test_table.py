"""Workbooks come in as their authors see them; what people write for the right answer is understood."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from tuokio.cli import main
from tuokio.exchange import recognise
from tuokio.exchange.entry import Entry
from tuokio.exchange.table import format, template
from tuokio.exchange.table.answers import name_options
from tuokio.finding import Finding


def come_in(rows: list[list[object]] | dict[str, list[list[object]]], name: str = "lista.xlsx", change: Callable[[Any], None] = lambda book: None) -> tuple[list[Entry], list[Finding]]:
    """Read rows as Excel saves them: `{sheet: rows}`, or rows of one sheet."""
    book = Workbook()
    book.remove(book.active)
    for title, texts in (rows if isinstance(rows, dict) else {"Taul1": rows}).items():
        sheet = book.create_sheet(title)
        for row in texts:
            sheet.append(row)
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    findings: list[Finding] = []
    return [*format.read(stream.getvalue(), Path(name), findings)], findings


HEADS = ["Kysymys", "A", "B", "C", "Oikea"]


def test_each_sheet_of_a_workbook_is_a_heading_and_one_without_headings_is_told() -> None:
    entries, findings = come_in({"Kassa": [HEADS, ["Mikä?", "x", "y", "z", "A"]], "Hyllyt": [HEADS, ["Missä?", "x", "y", None, "B"]], "Muistiin": [["soita Maijalle"]]})
    assert [("Kassa", 2), ("Hyllyt", 2)] == [(entry.heading, entry.line) for entry in entries]
    assert ["sheet-left-out"] == [finding.id for finding in findings]


def test_a_name_that_excel_gave_a_sheet_is_no_heading() -> None:
    assert [""] == [entry.heading for entry in come_in([HEADS, ["Mikä?", "x", "y", "z", "A"]])[0]]


def test_a_merged_topic_is_that_of_all_its_rows() -> None:
    rows = [["Aihe", *HEADS], ["Palautukset", "Mikä?", "x", "y", "z", "A"], [None, "Missä?", "x", "y", None, "B"], [None, "Mitä?", "x", "y", None, "B"]]
    entries, _ = come_in(rows, change=lambda book: book["Taul1"].merge_cells("A2:A3"))
    assert ["Palautukset", "Palautukset", ""] == [entry.heading for entry in entries]


def test_what_excel_changed_is_told_with_its_cell_and_costs_only_its_row() -> None:
    from datetime import datetime

    rows = [HEADS, ["Kumpi?", datetime(2026, 3, 12), "y", None, "B"], ["Kumpi?", "x", "y", None, "=1+1"], ["Mitkä?", "x", "y", "z", datetime(2026, 2, 1)], ["Mitkä?", "x", "y", "z", 1.3], ["Tosiko.", None, None, None, True]]
    entries, findings = come_in(rows)
    assert [2, 5, 6] == [entry.line for entry in entries]
    assert [("date-cell", 2, "B2"), ("failed-cell", 3, "E3"), ("date-cell", 4, "E4")] == [(finding.id, finding.span.line, finding.message.split()[0]) for finding in findings]
    assert [True, False, True] == [isinstance(option, dict) for option in entries[1].data["options"]] and entries[2].data["correct"] is True


@pytest.mark.parametrize(
    "text, named",
    [("B", [1]), ("b)", [1]), ("2", [1]), ("A, C", [0, 2]), ("A ja C", [0, 2]), ("AC", [0, 2]), ("1;3", [0, 2]), ("Vaihtoehto 2", [1]), ("svar C", [2]), ("kuitti", [0]), ("Kuitti.", [0]), ("Kuitti; Lappu", [0, 2]), ("B) Takuu", [1]), ("D", []), ("4", []), ("", []), ("0", []), ("Takki", [])],
)
def test_what_is_right_is_named_as_people_name_it(text: str, named: list[int]) -> None:
    assert named == name_options(text, ["Kuitti", "Takuu", "Lappu"])[0]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("suffix", template.SUFFIXES)
def test_a_template_that_is_filled_in_comes_in_whole(language: str, suffix: str) -> None:
    text = template.TEXTS[language]
    findings: list[Finding] = []
    assert not [*format.read(template.write(suffix, language), Path(f"t{suffix}"), findings)] and not findings  # nothing of the explanation is a question
    filled = ["Kassa", "Mitä kysyt?", "Kuittia", "Nimeä", "Ikää", "", "A", "Hyvä", "Ei", "Ei", "", "Koska.", "Mieti.", "2", "a, b", text.types[0]]
    if suffix == ".csv":
        data = template.write(suffix, language) + (";".join(filled) + "\r\n").encode()
    else:
        book = load_workbook(io.BytesIO(template.write(suffix, language)))
        book[text.list].append(filled)
        stream = io.BytesIO()
        book.save(stream)
        data = stream.getvalue()
    (entry,) = format.read(data, Path(f"t{suffix}"), findings)
    assert not findings and "Kassa" == entry.heading
    assert {"question": "Mitä kysyt?", "options": [{"text": "Kuittia", "correct": True, "feedback": "Hyvä"}, {"text": "Nimeä", "feedback": "Ei"}, {"text": "Ikää", "feedback": "Ei"}], "hint": "Mieti.", "explanation": "Koska.", "points": 2, "tags": ["a", "b"]} == entry.data


def test_a_template_is_written_in_the_language_of_the_course_and_never_over_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "course.yaml").write_text("id: kurssi\ntitle: Kurssi\nlanguages: fi\n", "utf-8")
    run = CliRunner().invoke
    assert 0 == run(main, ["import", "--template", "lista.csv"]).exit_code
    before = (tmp_path / "lista.csv").read_bytes()
    assert "Kysymys;A;B" in before.decode("utf-8-sig") and 2 == run(main, ["import", "--template", "lista.csv"]).exit_code
    assert before == (tmp_path / "lista.csv").read_bytes() and [2, 2] == [run(main, ["import", *more]).exit_code for more in (["--template", "lista.docx"], [])]


def test_templates_say_the_same_in_every_language() -> None:
    assert 1 == len({(len(text.columns), len(text.types), len(text.help)) for text in template.TEXTS.values()})


@pytest.mark.parametrize("name", ["lista.xls", "lista.ods", "lista.docx"])
def test_another_programs_file_is_named_with_a_cure(name: str) -> None:
    data = {"lista.xls": b"\xd0\xcf\x11\xe0" + b"\0" * 600, "lista.ods": pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "lista.docx": pack({"word/document.xml": "<w/>"})}[name]
    findings: list[Finding] = []
    assert format is recognise(name, data) and not [*format.read(data, Path(name), findings)]
    assert ["unreadable-sheet"] == [finding.id for finding in findings] and findings[0].cure


def pack(files: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


SHAPES = {
    "right and wrong answers": ("Kysymys;Oikea vastaus;Väärä vastaus 1;Väärä vastaus 2\nMikä?;a;b;c\n", [{"question": "Mikä?", "options": [{"text": "a", "correct": True}, "b", "c"]}]),
    "a star at the right one": ("Mikä?;a;*b;c\nMissä?;*a;b;c\n", [{"question": "Mikä?", "options": ["a", {"text": "b", "correct": True}, "c"]}, {"question": "Missä?", "options": [{"text": "a", "correct": True}, "b", "c"]}]),
    "options in one cell": ('Kysymys;Vastausvaihtoehdot;Oikea\nMikä?;"A) a\nB) b";B\n', [{"question": "Mikä?", "options": ["a", {"text": "b", "correct": True}]}]),
    "feedback beside each": ("Kysymys;A;A palaute;B;B palaute;Oikea\nMikä?;a;niin;b;ei;A\n", [{"question": "Mikä?", "options": [{"text": "a", "correct": True, "feedback": "niin"}, {"text": "b", "feedback": "ei"}]}]),
    "numbered, without headings": ("1;Mikä?;a;b;B\n2;Missä?;a;b;A\n", [{"question": "Mikä?", "options": ["a", {"text": "b", "correct": True}]}, {"question": "Missä?", "options": [{"text": "a", "correct": True}, "b"]}]),
    "statements": ("Väite;Oikein/väärin\nTosi tämä.;Oikein\nEi tämä.;Väärin\n", [{"statement": "Tosi tämä.", "correct": True}, {"statement": "Ei tämä.", "correct": False}]),
    "answers of all sorts": ("Question;Answer\nHow many?;14 days\nWhich?;receipt; the receipt\n".replace("; the", "| the"), [{"question": "How many?", "number": "14", "unit": "days"}, {"question": "Which?", "answers": ["receipt", "the receipt"]}]),
    "what Moodle's plugin reads": ("questionname,questiontext,A,B,C,Answer 1,Answer 2,answernumbering,correctfeedback,partiallycorrectfeedback,incorrectfeedback,defaultmark\nq,What?,a,b,c,A,C,abc,Yes,Half,No,2\n", [{"question": "What?", "options": [{"text": "a", "correct": True}, "b", {"text": "c", "correct": True}], "feedback": {"correct": "Yes", "partly": "Half", "wrong": "No"}, "points": 2}]),
}


@pytest.mark.parametrize("text, wanted", SHAPES.values(), ids=SHAPES)
def test_lists_are_understood_in_the_shapes_people_keep_them_in(text: str, wanted: list[dict[str, Any]]) -> None:
    findings: list[Finding] = []
    assert wanted == [entry.data for entry in format.read(text.encode(), Path("lista.csv"), findings)] and not findings
