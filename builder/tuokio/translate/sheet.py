"""The sheet a translator fills in: a row for each text, and what came back of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tuokio import sheet, words
from tuokio.finding import Finding, Severity, Span
from tuokio.translate.text import State, Text

HEAD = ("File", "Where it stands", "Source", "Translation", "State", "Id")
NEEDED = ("Id", "Source", "Translation")
"""Columns without which nobody can tell what belongs where."""
WIDTHS = (16, 34, 60, 60, 10, 24)
LOCKED = (0, 1, 2, 5)
NOTES = [
    ("How to fill this in",),
    ("Write in the column Translation. A row left empty is shown to learners in the source language, and says so.",),
    ("State is new where there is no translation yet, changed where the source has changed since it was translated, done where there is nothing to do.",),
    ("If a changed text needs no other translation, choose done as its state.",),
    ("Leave as they are: {{ values }}, `code`, what stands in round brackets after a link's [text], marks of notes [^1], and **stars** and signs at the beginning of lines.",),
    ("In [[gaps]] translate the words; the number of gaps, and * before what is right, stay.",),
    ("A text of several lines is translated line by line (in Excel: Alt+Enter). Tables keep their columns.",),
    ("Do not change the column Id: it tells where a text belongs. Rows may be sorted, filtered and left out.",),
]


@dataclass(frozen=True)
class Returned:
    """A row that came back."""

    line: int
    id: str
    source: str
    translation: str
    is_done: bool


def write(texts: Iterable[Text], source: str, language: str, suffix: str) -> bytes:
    """Return the file of a sheet, `.xlsx` or `.csv`."""
    head = (*HEAD[:2], f"{HEAD[2]} ({source})", f"{HEAD[3]} ({language})", *HEAD[4:])
    rows = [(one.file, one.where, one.source, one.theirs, str(one.state), one.id) for one in texts]
    return sheet.write([head, *rows], suffix, name=words.own_name(language), widths=WIDTHS, locked=LOCKED, notes=NOTES, choices={4: [str(state) for state in State]})


def read(path: Path, findings: list[Finding]) -> tuple[str, list[Returned]]:
    """Return the language of a sheet that came back, and its rows; an empty language after a finding if it is no such sheet."""
    try:
        data = path.read_bytes()
    except OSError as error:
        findings.append(Finding("unreadable-file", Severity.ERROR, Span(path), f"The file cannot be read: {error.strerror or error}.", "Check that you may open it. If another program has it open, close that."))
        return "", []
    told, lacking = len(findings), NEEDED
    for one in sheet.read(data, path, findings):
        for number, row in enumerate(one.rows[:5]):
            columns = {cell.partition("(")[0].strip().lower(): place for place, cell in enumerate(row.cells)}
            missing = tuple(name for name in NEEDED if name.lower() not in columns)
            lacking = min(lacking, missing, key=len)
            if not missing:
                language = row[columns["translation"]].partition("(")[2].strip(" )")
                return language, list(_read_rows(one.rows[number + 1 :], columns))
    if len(findings) == told:
        findings.append(Finding("not-a-translation", Severity.ERROR, Span(path), f"This is no sheet of translations: it has no column {', no '.join(lacking)}.", "Make one with `tuokio translate export`, keep its first row, and copy what is translated into it."))
    return "", []


def _read_rows(rows: list[sheet.Row], columns: dict[str, int]) -> Iterator[Returned]:
    for row in rows:
        if row[columns["id"]].strip():
            done = row[columns["state"]].strip().lower() == State.DONE if "state" in columns else False
            yield Returned(row.line, row[columns["id"]].strip(), row[columns["source"]].strip(), row[columns["translation"]].strip(), done)
