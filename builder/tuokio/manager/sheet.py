"""The table as a sheet that spreadsheet programs open. `sheet.ts` writes the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from tuokio.manager.roster import Row

COLUMNS = ("name", "called", "state", "day", "version", "passed", "asked", "again", "check", "notes")
BOM = "\ufeff"  # by which Excel knows UTF-8


class Say(Protocol):
    """Says a phrase of the room in some language."""

    def __call__(self, key: str, /, **places: Any) -> str: ...


def write_sheet(rows: Iterable[Row], say: Say, titles: Mapping[str, str]) -> str:
    """Return the table as CSV with `;` between columns, as Excel in the north has it. `titles` are those of modules, by id."""
    lines = [[say(f"manager-column-{column}") for column in COLUMNS], *(_list_cells(row, say, titles) for row in rows)]
    return BOM + "".join(";".join(map(_quote, line)) + "\r\n" for line in lines)


def spell(check: str) -> str:
    """Return a check code as people read it: `K3F9-X2QT`."""
    return f"{check[:4]}-{check[4:]}" if check else ""


def _list_cells(row: Row, say: Say, titles: Mapping[str, str]) -> list[str]:
    sent = row.state != "nothing"
    figures = [str(row.version or ""), str(row.passed), str(row.asked)] if sent else ["", "", str(row.asked or "")]
    again = ", ".join(titles.get(module, module) for module in row.again)
    return [row.name, row.called, say(f"manager-state-{row.state}"), row.day, *figures, again, spell(row.check), " ".join(say(f"manager-note-{note}") for note in row.notes)]


def _quote(cell: str) -> str:
    """Return a cell so that no program takes it for a formula, nor its signs for the end of it."""
    if re.match(r"[=+\-@\t\r]", cell):
        cell = f"'{cell}"
    return '"' + cell.replace('"', '""') + '"' if re.search(r'[;"\r\n]', cell) else cell
