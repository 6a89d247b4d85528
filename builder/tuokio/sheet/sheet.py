"""A sheet as its author sees it in a spreadsheet program: rows of texts, and what the program did to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tuokio.finding import Fault, Severity


class Odd(StrEnum):
    """What a spreadsheet program made of a cell that its author probably did not mean."""

    DATE = "date"
    """A number or a fraction was typed, and became a date: `12.3` is 12 March to a Finnish Excel."""
    FAILED = "failed"
    """A formula whose result is an error, or a text that was taken for one."""
    UNCOUNTED = "uncounted"
    """A formula without a result: the file was not saved by a program that reckons."""
    ROUNDED = "rounded"
    """A long number of which the last digits are gone."""
    STYLED = "styled"
    """A number that is shown with signs it does not have, such as `€`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what its cells say, without empty ones at its end."""

    number: int
    """Its number as spreadsheet programs count, from 1."""
    line: int
    """The line of the file where it begins, from 1; that of a workbook is its number."""
    cells: list[str]
    odd: dict[int, Odd] = field(default_factory=dict)
    """Cells by their column (from 0) that do not say what was typed."""

    def __getitem__(self, column: int) -> str:
        """Return the text of a column (from 0), empty where there is no such cell."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or all of a CSV file. Empty rows are left out."""

    name: str
    """Its tab in a workbook, empty for CSV."""
    rows: list[Row]


def name_cell(row: Row, column: int) -> str:
    """Return what spreadsheet programs call a cell: row 5, column 0 is `A5`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row.number}"


def tell_odd(row: Row, column: int) -> Fault:
    """Return what to say of a cell that does not say what was typed."""
    cell, text = name_cell(row, column), row[column]
    as_text = "Format the cell as Text (in Excel: Home, Number, Text) and type it anew"
    match row.odd[column]:
        case Odd.DATE:
            return "date-cell", Severity.WARNING, f"{cell} holds the date {text}: spreadsheet programs make dates of numbers such as 12.3 and 1/2.", f"If a date is meant, all is well. If not: {as_text[0].lower()}{as_text[1:]}."
        case Odd.FAILED:
            return "failed-cell", Severity.ERROR, f"{cell} says {text}: the program took the text for a formula, or reckoned with what is not there.", f"{as_text}, or mend the formula."
        case Odd.UNCOUNTED:
            return "failed-cell", Severity.ERROR, f"{cell} holds a formula without its result.", "Open the file in Excel or LibreOffice, save it, and try again."
        case Odd.ROUNDED:
            return "rounded-cell", Severity.WARNING, f"{cell} says {text}: the program took what was typed for a number and dropped its last digits.", f"{as_text}."
        case Odd.STYLED:
            return "styled-cell", Severity.WARNING, f"{cell} holds the number {text}, which the sheet shows with other signs.", f"{as_text}, with its unit, if learners shall see it so."
