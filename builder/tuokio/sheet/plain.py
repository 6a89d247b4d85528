"""CSV as spreadsheet programs write it: `;` in Finland and Sweden, `,` elsewhere, tabs when copied; Windows' letters or Unicode's."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from tuokio.finding import Finding, Severity, Span
from tuokio.sheet.sheet import Odd, Row, Sheet
from tuokio.text import LEGACY, clean, decode

MOST = 20_000  # rows
WIDEST = 200  # columns
SEPARATORS = ";\t,|"
SAMPLE = 30  # rows that tell what separates columns
RESTARTS = 20  # quotes that are never closed, before quotes mean nothing any more
GUARDED = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet program may take for a formula: it gets a `'` in front, which reading takes away again."""
HARMLESS = re.compile(r"-?\d+([.,]\d+)?")
ODD = [
    (Odd.DATE, re.compile(r"\d{1,2}[.\- /](jan|feb|mar|apr|may|maj|jun|jul|aug|sep|oct|okt|nov|dec|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)[a-zä]{0,6}\.?|(jan|feb|mar|apr|may|maj|jun|jul|aug|sep|oct|okt|nov|dec|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)[.\-]\d{2}", re.I)),
    (Odd.FAILED, re.compile(r"#(NAME\?|NIMI\?|NAMN\?|VALUE!|ARVO!|VÄRDEFEL!|REF!|VIITTAUS!|REFERENS!|DIV/0!|JAKO/0!|DIVISION/0!|N/A|PUUTTUU!?|SAKNAS!?|NUM!|LUKU!|OGILTIGT!?)", re.I)),
    (Odd.ROUNDED, re.compile(r"\d[.,]\d+E\+\d{2}", re.I)),
]


def read(data: bytes, path: Path, findings: list[Finding]) -> list[Sheet]:
    """Return the one sheet of a CSV file."""
    text = _decode(data, path, findings)
    first, separator = 1, ""
    if match := re.match(r"sep=(.)\n", text, re.I):  # what Excel itself writes and understands
        first, separator, text = 2, match[1], text[match.end() :]
    separator = separator or _find_separator(text)
    rows: list[Row] = []
    for number, (line, cells) in enumerate(_split(text, separator, path, first, findings), first):
        if number > MOST:
            findings.append(Finding("huge-sheet", Severity.ERROR, Span(path, line), f"The sheet has more than {MOST:,} rows; what comes from here on is left out.", "Split it into several."))
            break
        if row := _make_row(number, line, cells):
            rows.append(row)
    return [Sheet("", rows)]


def write(rows: Iterable[Sequence[str]]) -> bytes:
    """Return CSV that a Finnish or Swedish Excel opens right with a double click: semicolons, marked as UTF-8."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([f"'{cell}" if GUARDED.match(cell) and not HARMLESS.fullmatch(cell) else cell for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def _decode(data: bytes, path: Path, findings: list[Finding]) -> str:
    try:
        text = decode(data)
    except UnicodeDecodeError:
        text = data.decode(LEGACY, "replace")
        findings.append(Finding("legacy-encoding", Severity.HINT, Span(path), "The file is not Unicode, so its letters were read as Windows writes them (Windows-1252).", "Look whether å, ä, ö and € came in right. If not, save the sheet as CSV UTF-8 or as Excel Workbook (.xlsx)."))
    return clean(text)


def _find_separator(text: str) -> str:
    """Return what separates columns: what gives most rows of the same width, and wide ones."""

    def weigh(separator: str) -> int:
        reader = csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=separator)
        widths: list[int] = []
        try:
            for row in reader:
                if any(row):
                    widths.append(len(row))
                if len(widths) >= SAMPLE:
                    break
        except csv.Error:
            pass
        widths = [width for width in widths if width > 1]  # what stands above a list is in one column
        usual = max(set(widths), key=widths.count, default=1)
        return widths.count(usual) * (usual - 1)

    return max(SEPARATORS, key=weigh)


def _split(text: str, separator: str, path: Path, first: int, findings: list[Finding]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the line each begins on. A quote that is never closed ends with its line, and is told of."""
    lines = text.splitlines(keepends=True)
    at, unclosed = 0, 0
    while at < len(lines):
        reader = csv.reader(islice(lines, at, None), delimiter=separator, strict=True, quoting=csv.QUOTE_NONE if unclosed > RESTARTS else csv.QUOTE_MINIMAL)
        start = at
        try:
            for row in reader:
                yield first + at, row
                at = start + reader.line_num
            return
        except csv.Error:
            bad = lines[at].rstrip("\n")
        if bad.count('"') % 2 == 0:  # only quotes in a wrong place: what they hold is all on this line
            cells = next(csv.reader([bad], delimiter=separator), [])
        else:
            unclosed += 1
            cells = [re.sub(r'^"|"$', "", cell) for cell in next(csv.reader([bad], delimiter=separator, quoting=csv.QUOTE_NONE), [])]
            findings.append(Finding("unclosed-quote", Severity.WARNING, Span(path, first + at), 'A `"` on this line opens a text that no other `"` closes, so the row was taken to end with its line.', 'Write `""` for a quotation mark inside a text, or save the sheet from Excel.'))
        yield first + at, cells
        at += 1


def _make_row(number: int, line: int, cells: list[str]) -> Row | None:
    cells = [cell[1:].strip() if cell.startswith("'") and GUARDED.match(cell, 1) else cell.strip() for cell in cells[:WIDEST]]
    while cells and not cells[-1]:
        cells.pop()
    if not cells:
        return None
    odd = {column: kind for column, cell in enumerate(cells) if 3 < len(cell) < 20 and (cell[0] in "#0123456789" or cell[-1].isdigit()) for kind, pattern in ODD if pattern.fullmatch(cell)}
    return Row(number, line, cells, odd)
