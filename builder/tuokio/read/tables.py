"""Tables that do not come out as their author sees them: pasted from Word or Excel, or with more cells than a header."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from tuokio.finding import Finding, Severity
from tuokio.read.source import Source


def find_pasted(source: Source, first: int, last: int) -> Iterator[Finding]:
    """Tell of two or more lines on end, from `first` to `last`, that have equally many tabs between words: a table in a word processor."""
    lines = source.lines[first - 1 : last]
    start = 0
    while start < len(lines):
        tabs = _count_tabs(lines[start])
        end = start + 1
        while tabs and end < len(lines) and _count_tabs(lines[end]) == tabs:
            end += 1
        if tabs and end - start > 1:
            rows = [f"| {' | '.join(cell.strip().replace('|', chr(92) + '|') for cell in line.split(chr(9)))} |" for line in lines[start : start + 2]]
            rule = f"|{' --- |' * (tabs + 1)}"
            more = "" if end - start == 2 else "\n…"
            cure = f"Write it like this, with an empty line before it:\n{rows[0]}\n{rule}\n{rows[1]}{more}"
            yield Finding("pasted-table", Severity.WARNING, source.span(first + start), f"These {end - start} lines are a table with {tabs + 1} columns, but learners see them run together.", cure)
        start = end


def find_lost_cells(source: Source, tokens: list[Token], offset: int) -> Iterator[Finding]:
    """Tell of cells beyond a table's header, which Markdown drops. `tokens` begin with the table; `offset` lines stand before the text."""
    columns = 0
    for token in tokens:
        if token.type == "table_close":
            return
        columns += token.type == "th_open"
        if token.type == "tr_open" and token.map and columns:
            line = offset + token.map[0] + 1
            text = source.lines[line - 1].strip()
            if text.count("|") == columns + 1 and text[0] == text[-1] == "|":
                continue
            cells = escapedSplit(re.sub(r"^[\s>]*\|?|\|?\s*$", "", source.lines[line - 1]))
            lost = [cell.strip() for cell in cells[columns:] if cell.strip()]
            if lost:
                message = f"This row has {len(cells)} cells and the header {columns}, so learners do not see {', '.join(f'`{cell}`' for cell in lost)}."
                text = source.lines[line - 1]
                span = source.span(line, text[text.rindex(lost[0]) :].rstrip(" |") if len(lost) == 1 and lost[0] in text else "")
                yield Finding("cells-lost", Severity.WARNING, span, message, "Add a column to the header and to the line below it, or write `\\|` where a line is part of the text.")


def _count_tabs(line: str) -> int:
    """Return the tabs between the cells of a line; an empty first or last cell counts, a line of a list does not."""
    if not line.strip() or re.match(r"\s*([-*+•·▪o\uf0b7>|]|\d+[.)])\s", line):
        return 0
    return line.strip(" ").count("\t")
