"""Question lists in CSV and XLSX: a row for each question, as people keep them in Excel.

What the columns are is told by their headings or by what stands in them (`columns.py`), what a row asks by what it holds
(`questions.py`). A row that cannot be carried is a finding with its number; all others come in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tuokio.exchange.entry import Entry
from tuokio.exchange.table import template
from tuokio.exchange.table.answers import is_mark, split_options
from tuokio.exchange.table.columns import Columns, find_columns
from tuokio.exchange.table.questions import Asked, make
from tuokio.finding import Finding, Severity, Span
from tuokio.sheet import Odd, Row, Sheet, name_cell, read as read_sheets, tell_odd

NAME = "table"
SUFFIXES = (".csv", ".tsv", ".xlsx")
OTHERS = (".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".numbers", ".docx", ".odt", ".doc")
"""Files that people take for it: the first two can be read, the others are refused with what to do."""
PLAIN_NAMES = ("sheet", "taul", "taulukko", "blad", "kalkyl", "tabelle", "arkusz")
"""What programs call a sheet that nobody has named."""
CELL = 20_000
"""Signs of one cell. Whatever is longer is no question, but a sheet with a quotation mark missing."""
WARNING, HINT = Severity.WARNING, Severity.HINT


def recognises(name: str, head: bytes) -> bool:
    """Say whether a file is a sheet, or something that we can say how to make one of."""
    if name.endswith(SUFFIXES + OTHERS):
        return True
    first = head.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    return name.endswith(".txt") and first.replace(b"\0", b"").count(b"\t") >= 2


def read(file: bytes, path: Path, findings: list[Finding]) -> Iterator[Entry]:
    """Yield the questions of a file, sheet by sheet."""
    sheets = [sheet for sheet in read_sheets(file, path, findings) if sheet.rows and sheet.name not in template.NOTES]
    arranged = [(sheet, find_columns(sheet.rows)) for sheet in sheets]
    used = [(sheet, columns) for sheet, columns in arranged if columns and (columns.headed or len(sheets) == 1)]
    if not used and sheets:
        findings.append(Finding("no-columns", Severity.ERROR, Span(path), "Nothing tells which column holds the questions.", "Write headings into the first row: `Kysymys`, `A`, `B`, `C`, `Oikea`, `Palaute` (`Fråga … Rätt`, `Question … Correct`). `tuokio import --template lista.xlsx` makes a list to fill in."))
    for sheet, columns in arranged:
        if used and (sheet, columns) not in used:
            findings.append(Finding("sheet-left-out", HINT, Span(path), f"The sheet {sheet.name} has no headings of a question list, so it was left out.", "If it holds questions, write headings into its first row, as on the others."))
    for sheet, columns in used:
        named = len(used) > 1 or not sheet.name.casefold().rstrip("0123456789 ").endswith(PLAIN_NAMES)
        yield from _Reading(sheet, columns, path, findings, sheet.name if named and sheet.name not in template.LISTS else "").entries()


class _Reading:
    """One sheet as it is read from top to bottom."""

    def __init__(self, sheet: Sheet, columns: Columns, path: Path, findings: list[Finding], heading: str) -> None:
        self.sheet, self.columns, self.path, self.findings = sheet, columns, path, findings
        self.heading = self.default = heading

    def entries(self) -> Iterator[Entry]:
        self._tell_above()
        self._tell_unknown()
        for rows in self._group():
            if not self._is_heading(rows[0]) and (asked := self._ask(rows)) and (entry := make(asked, lambda *fault: self._say(rows[0], *fault))):  # noqa: B023 – called at once
                entry.heading = entry.heading or self.heading
                yield entry

    def _say(self, row: Row, id: str, severity: Severity, column: int, message: str, cure: str) -> None:
        """Tell of a row; a message that begins small goes on with its number."""
        if message[:1].islower():
            place = f"Row {row.number}" if column < 0 else f"{name_cell(row, column)}"
            where = f"{place} of {self.sheet.name}" if self.sheet.name else place
            left = "" if id in ("ambiguous-answer", "unread-cell", "no-model-answer") else ", so the row was left out"
            message = f"{where} {message}{left}."
        self.findings.append(Finding(id, severity, Span(self.path, row.line), message, cure))

    def _tell_above(self) -> None:
        """Tell of texts above the headings, unless they are our own."""
        above = [row for row in self.sheet.rows[: self.columns.first - 1] if not template.explains(row[0])] if self.columns.headed else []
        if above:
            what = next(cell for cell in above[0].cells if cell)
            self._say(above[0], "text-above", HINT, -1, f"What stands above the headings (`{what[:40]}`) was left out.", "Write it into the module that was made, if learners need it.")

    def _tell_unknown(self) -> None:
        """Tell once of each column that has no place here."""
        if not self.columns.headed:
            return
        rows = self.sheet.rows[self.columns.first :]
        self.columns.unknown = {column: name for column, name in self.columns.unknown.items() if any(row[column] for row in rows)}
        head = self.sheet.rows[self.columns.first - 1]
        for column, name in self.columns.unknown.items():
            what = f"The column `{name}` ({name_cell(head, column)})" if name else f"The column of {name_cell(head, column)} has no heading. It"
            self._say(head, "unknown-column", HINT, column, f"{what} has no place in a question, so its texts are kept as remarks.", "If it has one under another name, call it as the list that `tuokio import --template lista.xlsx` makes.")

    def _group(self) -> Iterator[list[Row]]:
        """Yield the rows of each question: one, or one for each option."""
        rows = self.sheet.rows[self.columns.first :]
        if not self.columns.long:
            yield from ([row] for row in rows)
            return
        question = self.columns.single.get("question", -1)
        group: list[Row] = []
        for row in rows:
            if group and row[question] and row[question] != group[0][question]:
                yield group
                group = []
            group.append(row)
        if group:
            yield group

    def _is_heading(self, row: Row) -> bool:
        """Take a row that holds but a few words for the heading of those that follow."""
        told = [cell for cell in row.cells if cell]
        text = told[0] if told else ""
        if len(told) != 1 or len(text) > 60 or text.endswith(("?", ".", ":", "…")) or row.odd or not self.columns.headed or row[0] != text or "heading" in self.columns.single:
            return False
        self._say(row, "row-as-heading", HINT, -1, f"Row {row.number} holds nothing but `{text}`, so it was taken for the heading of the rows below.", "If it is a question, write its options and the right answer beside it.")
        self.heading = text
        return True

    def _ask(self, rows: Sequence[Row]) -> Asked | None:
        """Return what the columns of a row say, or None after a finding."""
        row, columns = rows[0], self.columns
        if not self._is_sound(rows):
            return None
        asked = Asked(row.line)
        for role, column in columns.single.items():
            if text := next((one[column] for one in rows if one[column]), ""):
                asked.single[role] = text, column
        asked.question = asked.single.pop("question", ("", 0))[0]
        if not asked.question:
            told = [cell for cell in row.cells if cell]
            if len(told) > 1 or len(rows) > 1:
                self._say(row, "no-question", WARNING, -1, "asks nothing", "Write the question into its column, or empty the row.")
            return None
        for column in columns.hints:
            asked.hints += [row[column]] if row[column] else []
        asked.wrong = [row[column] for column in columns.wrong if row[column]]
        asked.lost = [f"{name}: {row[column]}" if name else row[column] for column, name in columns.unknown.items() if row[column]]
        if columns.long and len(rows) == 1 and len(listed := split_options(row[columns.options[0]])) > 1:  # all options in one cell
            asked.options, asked.correct = listed, [(row[column], column) for column in columns.correct if row[column]]
        elif columns.long:
            self._add_rows(asked, rows)
        else:
            self._add_options(asked, row)
            asked.correct = [(row[column], column) for column in columns.correct if row[column]]
        return asked

    def _add_options(self, asked: Asked, row: Row) -> None:
        columns = self.columns
        places = sorted(columns.options)
        asked.options = [row[columns.options[place]] for place in places]
        asked.said = [row[columns.feedback[place]] if place in columns.feedback else "" for place in places]
        if not any(row[column] for column in columns.correct) and any(option.startswith("*") for option in asked.options):
            asked.marked = [number for number, option in enumerate(asked.options) if option.startswith("*")]
            asked.options = [option.removeprefix("*").strip() for option in asked.options]
        while asked.options and not asked.options[-1]:
            asked.options.pop()

    def _add_rows(self, asked: Asked, rows: Sequence[Row]) -> None:
        columns = self.columns
        said = columns.single.get("feedback", -1)
        for row in rows:
            if option := row[columns.options[0]]:
                asked.options.append(option)
                asked.said.append(row[said] if said >= 0 else "")
                if any(is_mark(row[column]) for column in columns.correct):
                    asked.marked.append(len(asked.options) - 1)
        asked.single.pop("feedback", None)
        if not asked.marked:
            asked.correct = [(row[column], column) for row in rows for column in columns.correct if row[column]][:1]

    def _is_sound(self, rows: Sequence[Row]) -> bool:
        """Tell of cells that do not say what was typed, and say whether the row can be used all the same."""
        sound = True
        used = {*self.columns.single.values(), *self.columns.options.values(), *self.columns.feedback.values(), *self.columns.correct, *self.columns.wrong, *self.columns.hints}
        for row in rows:
            for column, kind in row.odd.items():
                if column in used:
                    id, severity, message, cure = tell_odd(row, column)
                    fatal = kind in (Odd.FAILED, Odd.UNCOUNTED) or (kind is Odd.DATE and column in self.columns.correct)
                    self._say(row, id, WARNING if severity is Severity.ERROR else severity, column, f"{message[:-1]}, so the row was left out." if fatal else message, cure)
                    sound = sound and not fatal
            if any(len(cell) > CELL for cell in row.cells):
                self._say(row, "huge-cell", WARNING, -1, f"has a text of over {CELL:,} characters", "Look whether a quotation mark is missing; a question is shorter.")
                sound = False
        return sound
