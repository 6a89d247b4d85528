"""Sheets come in as their authors see them, go out so that nothing in them runs, and do no harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tuokio.finding import Finding
from tuokio.sheet import Odd, Sheet, read, tell_odd, write

TEXTS = [["Tunnus", "Teksti"], ["a.1", "Ensimmäinen\n\ntoinen; kolmas, \"neljäs\""], ["a.2", "=SUM(A1)"], ["a.3", "- kohta\n- toinen"], ["a.4", "12.3"], ["a.5", "'=ei"], ["a.6", "@ + €"], ["a.7", "-5"], ["a.8", "_x0041_ 😀"]]


def come_in(data: bytes, name: str = "lista.csv") -> tuple[list[Sheet], list[Finding]]:
    findings: list[Finding] = []
    return read(data, Path(name), findings), findings


def texts(sheets: list[Sheet]) -> list[list[str]]:
    return [row.cells for sheet in sheets for row in sheet.rows]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_is_written_comes_in_as_it_was(suffix: str) -> None:
    sheets, findings = come_in(write(TEXTS, suffix, name="Tekstit"), f"t{suffix}")
    assert TEXTS == texts(sheets) and not findings and not any(row.odd for row in sheets[0].rows)


def test_nothing_that_is_written_is_a_formula() -> None:
    from openpyxl import load_workbook

    cells = [cell for row in load_workbook(io.BytesIO(write(TEXTS, ".xlsx"))).active.iter_rows() for cell in row]
    assert {"s"} == {cell.data_type for cell in cells} and {"@"} == {cell.number_format for cell in cells}
    assert "'=SUM(A1)" in write(TEXTS, ".csv").decode("utf-8-sig")


def test_only_what_may_be_changed_can_be_changed() -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(write(TEXTS, ".xlsx", locked=[0]))).active
    assert sheet.protection.sheet and sheet["A2"].protection.locked and not sheet["B2"].protection.locked and "A2" == sheet.freeze_panes


@pytest.mark.parametrize(
    "data",
    [
        "Kysymys;Oikea\r\nMitä?;A\r\n".encode("utf-8-sig"),
        "Kysymys;Oikea\r\nMitä?;A\r\n".encode("cp1252"),
        "sep=|\nKysymys|Oikea\nMitä?|A".encode(),
        "Kysymys\tOikea\nMitä?\tA\n\t\n".encode("utf-16"),
        '"Kysymys","Oikea"\n"Mitä?","A"\n,,,\n'.encode(),
    ],
    ids=["finnish", "windows", "sep", "copied", "english"],
)
def test_csv_comes_in_whatever_program_wrote_it(data: bytes) -> None:
    assert [["Kysymys", "Oikea"], ["Mitä?", "A"]] == texts(come_in(data)[0])


def test_a_quote_that_is_never_closed_costs_one_row() -> None:
    sheets, findings = come_in(b'Q;A\n"Open;1\nNext;"two\nlines"\n"A" B;3\n')
    assert [["Q", "A"], ["Open", "1"], ["Next", "two\nlines"], ["A B", "3"]] == texts(sheets)
    assert [("unclosed-quote", 2)] == [(one.id, one.span.line) for one in findings] and [1, 2, 3, 5] == [row.line for row in sheets[0].rows]


def test_rows_and_lines_are_counted_as_the_author_sees_them() -> None:
    rows = come_in(b'a;"1\n2"\n;\nb;3')[0][0].rows
    assert [(1, 1), (3, 4)] == [(row.number, row.line) for row in rows]


def make_workbook() -> bytes:
    from datetime import datetime

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Kassa"
    for row in [["Aihe", "Kysymys", "Vastaus"], ["Alku", "a", 12.5], [None, "b", datetime(2026, 3, 12)], [None, "c", "=1+1"], [], ["Loppu", "d", True], ["", "e", 0.5], ["", "f", 3.5]]:
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    sheet["C7"].number_format, sheet["C8"].number_format = "0%", "0.00 €"
    book.create_sheet("Piilo").sheet_state = "hidden"
    book.create_sheet("Ovi").append(["x"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_comes_in_as_it_looks_and_what_excel_changed_is_told() -> None:
    sheets, findings = come_in(make_workbook(), "k.xlsx")
    assert not findings and ["Kassa", "Ovi"] == [sheet.name for sheet in sheets]
    assert [["Aihe", "Kysymys", "Vastaus"], ["Alku", "a", "12.5"], ["Alku", "b", "12.3.2026"], ["Alku", "c", ""], ["Loppu", "d", "TRUE"], ["", "e", "50 %"], ["", "f", "3.5"]] == texts(sheets[:1])
    rows = sheets[0].rows
    assert {3: {2: Odd.DATE}, 4: {2: Odd.UNCOUNTED}, 8: {2: Odd.STYLED}} == {row.number: row.odd for row in rows if row.odd}
    assert "C3" in tell_odd(rows[2], 2)[2] and all(tell_odd(row, 2)[3] for row in rows if row.odd)


def repack(data: bytes, name: str, change) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            text = before.read(part)
            after.writestr(part, change(text) if part == name else text)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
HARMFUL = {
    "bomb": lambda text: text.replace(b"<sheetData>", b"<sheetData>" + b" " * 39_000_000),
    "huge": lambda text: text + b" " * 41_000_000,
    "cells": lambda text: text.replace(b"<sheetData>", b"<sheetData><row>" + b"<c/>" * 3_000_001 + b"</row>"),
    "entities": lambda text: text.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet', 1),
    "hidden entities": lambda text: ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + text.decode()).encode("utf-16"),
    "cut": lambda text: text[:-40],
}


@pytest.mark.parametrize("change", HARMFUL.values(), ids=HARMFUL)
def test_a_workbook_made_to_do_harm_is_refused(change) -> None:
    sheets, findings = come_in(repack(make_workbook(), SHEET, change), "k.xlsx")
    assert not sheets and ["unreadable-sheet"] == [one.id for one in findings] and findings[0].cure
    assert "Error" not in findings[0].message, "no word of programmers"


def test_a_cell_far_to_the_right_is_not_looked_for() -> None:
    for place in (b"XFD2", b"ZZZZZZZ2", b"A1048576"):
        sheets, _ = come_in(repack(make_workbook(), SHEET, lambda text: text.replace(b'r="C2"', b'r="' + place + b'"')), "k.xlsx")  # noqa: B023
        assert all(len(row.cells) <= 200 for sheet in sheets for row in sheet.rows)


FOREIGN = {
    b"\xd0\xcf\x11\xe0" + b"\0" * 500: "old Excel",
    b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"): "password",
    b"%PDF-1.7": "PDF",
    b"": "empty",
    b"PK\x03\x04 broken": "damaged",
    b"a;b\0c": "no sheet",
}


@pytest.mark.parametrize("data, what", FOREIGN.items(), ids=FOREIGN.values())
def test_what_is_no_sheet_is_named_with_a_cure(data: bytes, what: str) -> None:
    sheets, findings = come_in(data, "k.xlsx")
    assert not sheets and what in findings[0].message and findings[0].cure


def test_a_document_of_word_is_named_as_such_whatever_is_wrong_with_it() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    for data, name, says in ((stream.getvalue(), "k.xlsx", "Word document (.docx)"), (stream.getvalue(), "k.docx", "(.docx)"), (stream.getvalue()[:40], "k.docx", "(.docx)"), ("Kuka?\n".encode(), "k.docx", "(.docx)")):
        sheets, findings = come_in(data, name)
        assert not sheets and says in findings[0].message and "Excel" in findings[0].cure
