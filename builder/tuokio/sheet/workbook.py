"""XLSX, through openpyxl: the texts a sheet shows, and nothing that a workbook could do.

What comes from elsewhere is measured before it is unpacked: a small file can hold gigabytes. Macros, links to other files,
pictures and whatever else is in a workbook are never opened.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tuokio.finding import Finding, Severity, Span
from tuokio.sheet.sheet import Odd, Row, Sheet
from tuokio.text import clean

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

MAGIC = b"PK"
MOST = 20_000  # rows of a sheet
WIDEST = 200  # columns
SHEETS = 50
PARTS = 2_000  # files packed in one
UNPACKED = 40_000_000  # bytes of XML
RATIO = 300  # bytes out of one; sheets of much the same come to a hundred
TAGS = 3_000_000
LONGEST_CELL = 32_767  # characters, says Excel
NARROWEST, BROADEST = 8, 60  # widths of columns in characters
ESCAPE = re.compile(r"_x(00[01][0-9A-Fa-f])_")  # only of what nobody types; of others openpyxl has already taken the mark away
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
PLAIN_NUMBER = re.compile(r"General|@|0|0\.0+|#,##0(\.0+)?|0\.?0*%")


def read(data: bytes, path: Path, findings: list[Finding]) -> list[Sheet]:
    """Return the sheets of a workbook that can be seen. One that is damaged, or is made to do harm, is a finding."""
    if fault := _measure(data):
        findings.append(Finding("unreadable-sheet", Severity.ERROR, Span(path), *fault))
        return []
    sheets: list[Sheet] = []
    try:
        with _opened(data) as book:
            for sheet in book.worksheets[:SHEETS]:
                if sheet.sheet_state == "visible":
                    sheets.append(Sheet(clean(sheet.title).strip(), _read_rows(sheet, data, path, findings)))
    except Exception:  # openpyxl raises whatever it stumbles over in a file that is not as it should be
        findings.append(Finding("unreadable-sheet", Severity.ERROR, Span(path), "The workbook is damaged.", "Open it in Excel or LibreOffice, which may repair it, save it under another name, and try again."))
        return []
    return sheets


def write(rows: Iterable[Sequence[str]], *, name: str, widths: Sequence[int], locked: Collection[int], notes: Iterable[Sequence[str]], choices: dict[int, Sequence[str]]) -> bytes:
    """Return a workbook whose cells are texts, whatever they begin with: no formula, no date made of `12.3`."""
    from openpyxl import Workbook

    book = Workbook()  # in openpyxl's write-only mode a sheet does not say how large it is, and is read twice
    book.remove(book.active)
    rows = list(rows)
    _write_sheet(book.create_sheet(_tab(name)), rows, widths, locked, choices)
    if notes := list(notes):
        _write_sheet(book.create_sheet(_tab(notes[0][0])), notes, (), (), {})
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@contextmanager
def _opened(data: bytes, *, data_only: bool = True) -> Iterator[Any]:
    from openpyxl import DEFUSEDXML, load_workbook

    assert DEFUSEDXML, "defusedxml keeps openpyxl from entities"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a workbook has besides texts
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def _measure(data: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a packed file before anything of it is believed. No part can give more than it says."""
    huge = "The workbook is much larger inside than any list of texts.", "Copy its rows into a new workbook, as values only (in Excel: Paste Special, Values), and save that."
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        every = archive.infolist()
        if len(every) > PARTS or any(part.file_size > 1_000_000 and part.file_size > RATIO * part.compress_size for part in every):
            return huge
        parts = [part for part in every if _is_xml(archive, part)]
        if sum(part.file_size for part in parts) > UNPACKED:
            return huge
        tags = 0
        for part in parts:
            if part.flag_bits & 1:
                return "The file is protected with a password.", "Open it in Excel, take the password away, and save it."
            try:
                text = archive.read(part)
            except Exception:  # BadZipFile, zlib.error, lzma.LZMAError: whatever unpacks it
                return "The workbook is damaged.", "Take an older version of it, or open it in Excel, which may repair it, and save it."
            tags += text.count(b"<")
            if tags > TAGS:
                return huge
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\0" in text:
                return "The workbook holds what no spreadsheet program writes (a DTD).", "Copy its rows into a new workbook and save that. If it came from somebody you do not know, do not open it."
    return None


def _is_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Say whether a part may be read as XML. Its name does not tell: a workbook says itself which parts are its sheets."""
    if part.flag_bits & 1 or part.filename.lower().endswith((".xml", ".rels")):
        return True
    try:
        with archive.open(part) as stream:
            start = stream.read(64).lstrip()
    except Exception:  # as below, where it is told
        return True
    return not start or start.startswith((b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))


def _read_rows(sheet: ReadOnlyWorksheet, data: bytes, path: Path, findings: list[Finding]) -> list[Row]:
    source = sheet.parent._archive.read(sheet._worksheet_path)
    uncounted = _find_formulas(data, sheet.title) if FORMULA.search(source) else frozenset()
    merged = _find_merged(source)
    sheet.reset_dimensions()  # some programs write wrong ones
    rows: list[Row] = []
    styles: dict[int, str] = {}
    below: dict[int, tuple[int, str]] = {}
    for number, found in enumerate(sheet.iter_rows(max_row=MOST + 1), 1):
        if number > MOST:
            findings.append(Finding("huge-sheet", Severity.ERROR, Span(path, number), f"The sheet {sheet.title} has more than {MOST:,} rows; what comes from here on is left out.", "Split it into several."))
            break
        cells: list[str] = []
        odd: dict[int, Odd] = {}
        for column, cell in enumerate(found[:WIDEST]):
            value, text = cell.value, ""
            if isinstance(value, str):
                text = _tidy(value)
                if cell.data_type == "e":
                    odd[column] = Odd.FAILED
            elif value is not None:
                if (style := styles.get(cell._style_id)) is None:
                    style = styles[cell._style_id] = cell.number_format or "General"
                text, kind = _show(value, style)
                if kind:
                    odd[column] = kind
            if not text and (number, column) in uncounted:
                odd[column] = Odd.UNCOUNTED
            cells.append(text)
        while cells and not cells[-1] and len(cells) - 1 not in odd:
            cells.pop()
        if not cells:
            continue
        for column, last in merged.get(number, ()):
            below[column] = last, cells[column] if column < len(cells) else ""
        for column, (last, text) in list(below.items()):
            if number > last:
                del below[column]
            elif column < len(cells):
                cells[column] = cells[column] or text
        rows.append(Row(number, number, cells, odd))
    return rows


def _find_formulas(data: bytes, title: str) -> frozenset[tuple[int, int]]:
    """Return the cells that hold a formula, by row from 1 and column from 0."""
    from openpyxl.cell.read_only import ReadOnlyCell

    with _opened(data, data_only=False) as book:
        rows = book[title].iter_rows(max_row=MOST)
        return frozenset((cell.row, cell.column - 1) for row in rows for cell in row if isinstance(cell, ReadOnlyCell) and cell.data_type == "f")


def _find_merged(source: bytes) -> dict[int, list[tuple[int, int]]]:
    """Return by their first row the columns (from 0) that are merged downwards, with the last row; what is in the first is meant for all."""
    from openpyxl.utils import column_index_from_string

    found: dict[int, list[tuple[int, int]]] = {}
    for left, top, _, bottom in MERGED.findall(source):
        if int(bottom) > int(top) and len(left) < 3:
            found.setdefault(int(top), []).append((column_index_from_string(left.decode()) - 1, int(bottom)))
    return found


def _tidy(text: str) -> str:
    """Return a text without the escapes XLSX has for signs that XML has not."""
    if "_x" in text:
        text = ESCAPE.sub(lambda sign: chr(int(sign[1], 16)), text)
    return clean(text).strip()


def _show(value: bool | int | float | date | time | timedelta, style: str) -> tuple[str, Odd | None]:
    """Return a number or a date as its author knows it, and whether it may not be what was typed."""
    if isinstance(value, bool):
        return str(value).upper(), None
    if isinstance(value, datetime | date):
        day = f"{value.day}.{value.month}.{value.year}"
        return day if not isinstance(value, datetime) or value.time() == time() else f"{day} {value:%H:%M}", Odd.DATE
    if isinstance(value, time):
        return f"{value:%H:%M}", Odd.DATE
    if isinstance(value, timedelta):
        return str(value), Odd.DATE
    if style.endswith("%"):
        return f"{value * 100:.15g} %", None
    text = str(value) if isinstance(value, int) else f"{value:.15g}"
    if abs(value) >= 10**15 or "e" in text:
        return text, Odd.ROUNDED
    return text, None if PLAIN_NUMBER.fullmatch(style) else Odd.STYLED


def _tab(name: str) -> str:
    """Return a name that Excel takes for a sheet."""
    return re.sub(r"[\[\]:*?/\\]", "-", name).strip("'")[:31] or "Tuokio"


def _write_sheet(sheet: Worksheet, rows: Sequence[Sequence[str]], widths: Sequence[int], locked: Collection[int], choices: dict[int, Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection
    from openpyxl.utils import get_column_letter
    from openpyxl.utils.escape import escape
    from openpyxl.worksheet.datavalidation import DataValidation

    wrapped, bold, grey = Alignment(wrap_text=True, vertical="top"), Font(bold=True), PatternFill("solid", fgColor="EDEDED")
    free = Protection(locked=False)
    sheet.freeze_panes = "A2"
    for column in range(max(map(len, rows), default=0)):
        letter = get_column_letter(column + 1)
        longest = max((len(line) for row in rows[:500] if column < len(row) for line in row[column].split("\n")), default=0)
        dimension = sheet.column_dimensions[letter]
        dimension.width = widths[column] if column < len(widths) else min(BROADEST, max(NARROWEST, longest + 2))
        dimension.number_format, dimension.alignment = "@", wrapped  # what is typed below the last row stays a text too
        if locked and column not in locked:
            dimension.protection = free
        if column in choices:
            picked = DataValidation(type="list", formula1=f'"{",".join(choices[column])}"', allow_blank=True, showErrorMessage=False)
            picked.add(f"{letter}2:{letter}{MOST}")
            sheet.add_data_validation(picked)
    if locked:
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.autoFilter = sheet.protection.sort = False
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            if len(text) > LONGEST_CELL:
                raise ValueError(f"a cell of {len(text)} characters")
            cell = sheet.cell(number, column + 1, escape(clean(text)))
            cell.data_type, cell.number_format, cell.alignment = "s", "@", wrapped
            if number == 1:
                cell.font, cell.fill = bold, grey
            elif locked and column not in locked:
                cell.protection = free
