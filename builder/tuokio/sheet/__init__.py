"""Sheets as Excel and LibreOffice read and write them: CSV and XLSX.

`read` gives texts with their places, and never more than a question list or a translation can hold; `write` makes files
that open right in a Finnish, Swedish or English Excel, in which no text becomes a formula.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from tuokio.finding import Finding
from tuokio.sheet import plain, workbook
from tuokio.sheet.foreign import refuse
from tuokio.sheet.sheet import Odd, Row, Sheet, name_cell, tell_odd

__all__ = ["SUFFIXES", "Odd", "Row", "Sheet", "name_cell", "read", "tell_odd", "write"]

SUFFIXES = (".csv", ".tsv", ".xlsx")


def read(data: bytes, path: Path, findings: list[Finding]) -> list[Sheet]:
    """Return the sheets of a CSV or XLSX file, by what it is rather than by its name. What cannot be read is a finding; then there may be none."""
    if refuse(data, path, findings):
        return []
    return workbook.read(data, path, findings) if data.startswith(workbook.MAGIC) else plain.read(data, path, findings)


def write(rows: Iterable[Sequence[str]], suffix: str, *, name: str = "", widths: Sequence[int] = (), locked: Collection[int] = (), notes: Iterable[Sequence[str]] = (), choices: dict[int, Sequence[str]] | None = None) -> bytes:
    """Return a file of these rows, the first its header. `suffix` is `.csv` or `.xlsx`.

    Only XLSX knows the rest: `name` of the sheet, `widths` of columns in characters, `locked` columns (from 0) that cannot be changed by mistake,
    `notes` on a second sheet, `choices` of a column to pick from. ValueError where a text is longer than the 32,767 characters Excel has room for.
    """
    if suffix.lower() == ".xlsx":
        return workbook.write(rows, name=name, widths=widths, locked=locked, notes=notes, choices=choices or {})
    return plain.write(rows)
