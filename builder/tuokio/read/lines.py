"""Short ways through blocks whose lines tell at once what they are: lists of one line each, tables, and fences.

They stand at the left edge, lists and tables with an empty line below; whatever else there is goes the long way.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)]) {1,4}(?=[^\W\d_])")
"""What an entry of a list begins with, before a letter."""
FENCE = re.compile(r"(`{3,})([^`\n]*)$", re.M)
"""A line that opens a fence."""
RULE = re.compile(r"\|(?: *:?-+:? *\|)+ *")
"""What parts the head of a table from its rows."""
ALIGNED = {(True, True): "center", (False, True): "right", (True, False): "left", (False, False): ""}


class Lines(StateBlock):
    """The lines of a text, and how far they are indented: as `StateBlock` finds it, where there are no tabs."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        plain = "\t" not in src
        super().__init__("" if plain else src, md, env, tokens)
        if plain:
            rows = src.split("\n")
            if not rows[-1].strip(" "):
                rows.pop()
            sizes = [len(row) for row in rows]
            length = len(src)
            self.src = src
            self.bMarks = [0, *accumulate(size + 1 for size in sizes)]
            self.eMarks = [begin + size for begin, size in zip(self.bMarks, sizes, strict=False)]
            self.bMarks[-1] = length
            self.eMarks.append(length)
            self.tShift = [size - len(row.lstrip(" ")) for size, row in zip(sizes, rows, strict=True)]
            self.tShift.append(0)
            self.sCount = self.tShift.copy()
            self.bsCount = [0] * len(self.tShift)
            self.lineMax = len(rows)


def read_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a list of entries of one line each."""
    if not _is_outermost(state, start):
        return False
    src, begins, ends = state.src, state.bMarks, state.eMarks
    sign, items, line = "", [], start
    while line < end and begins[line] < ends[line] and (item := ITEM.match(src, begins[line], ends[line])):
        mark = item[0].rstrip(" ")[-1]
        if mark != (sign or mark):
            return False
        sign = mark
        items.append((item[1] or "", mdTrim(src[item.end() : ends[line]])))
        line += 1
    over = state.skipEmptyLines(line)
    if not items or over == line < end or over < end and (state.sCount[over] or ITEM.match(src, begins[over]) or src[begins[over]] in "-+*0123456789"):
        return False
    number, tokens, (kind, tag) = items[0][0], state.tokens, ("ordered_list", "ol") if items[0][0] else ("bullet_list", "ul")
    tokens.append(Token(f"{kind}_open", tag, 1, {"start": int(number)} if number and int(number) != 1 else {}, [start, over], markup=sign, block=True))
    for at, (number, text) in enumerate(items, start):
        tokens += (
            Token("list_item_open", "li", 1, {}, [at, at + 1], 1, None, "", sign, number, {}, True),
            Token("paragraph_open", "p", 1, {}, [at, at + 1], 2, None, "", "", "", {}, True, True),
            Token("inline", "", 0, {}, [at, at + 1], 3, [], text, "", "", {}, True),
            Token("paragraph_close", "p", -1, {}, None, 2, None, "", "", "", {}, True, True),
            Token("list_item_close", "li", -1, {}, None, 1, None, "", sign, "", {}, True),
        )
    tokens[-5].map = [line - 1, over]  # the last goes on to what comes next
    tokens.append(Token(f"{kind}_close", tag, -1, markup=sign, block=True))
    state.line = over
    return True


def read_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table whose rows begin and end with a line and have as many cells as its head."""
    if not _is_outermost(state, start) or start + 1 >= end or state.sCount[start + 1] or not RULE.fullmatch(state.src, state.bMarks[start + 1], state.eMarks[start + 1]):
        return False
    src, begins, ends = state.src, state.bMarks, state.eMarks
    over = start
    while over < end and begins[over] < ends[over] and src[begins[over]] == "|":
        over += 1
    if over < end and not state.isEmpty(over):
        return False
    rows = [_split(src[begins[line] : ends[line]]) for line in range(start, over)]
    if any(len(row) != len(rows[0]) for row in rows):
        return False
    styles = [ALIGNED[cell[0] == ":", cell[-1] == ":"] for cell in rows.pop(1)]
    tokens = state.tokens
    tokens.append(Token("table_open", "table", 1, {}, [start, over], block=True))
    _push_rows(tokens, "head", "th", rows[:1], styles, start)
    if rows[1:]:
        _push_rows(tokens, "body", "td", rows[1:], styles, start + 2)
    tokens.append(Token("table_close", "table", -1, block=True))
    state.line = over
    return True


def read_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a fence of backticks that is closed."""
    if not _is_outermost(state, start) or not (opening := FENCE.match(state.src, state.bMarks[start])):
        return False
    closing = re.compile(rf"^ {{0,3}}{opening[1]}`*[ \t]*$", re.M).search(state.src, opening.end())
    if not closing:
        return False
    content = state.src[opening.end() + 1 : closing.start()]
    state.line = over = start + 2 + content.count("\n")
    state.tokens.append(Token("fence", "code", 0, {}, [start, over], 0, None, content, opening[1], opening[2], {}, True))
    return True


def _is_outermost(state: StateBlock, line: int) -> bool:
    return not (state.level or state.blkIndent or state.sCount[line]) and state.parentType == "root"


def _split(row: str) -> list[str]:
    """Return the cells of a row; none where a sign is escaped in it, or it does not end with a line."""
    row = row.rstrip(" ")
    return [mdTrim(cell) for cell in row[1:-1].split("|")] if len(row) > 1 and row[-1] == "|" and "\\" not in row else []


def _push_rows(tokens: list[Token], part: str, cell: str, rows: list[list[str]], styles: list[str], line: int) -> None:
    opening, closing = f"{cell}_open", f"{cell}_close"
    tokens.append(Token(f"t{part}_open", f"t{part}", 1, {}, [line, line + len(rows)], 1, block=True))
    for at, row in enumerate(rows, line):
        tokens.append(Token("tr_open", "tr", 1, {}, [at, at + 1], 2, block=True))
        for style, text in zip(styles, row, strict=True):
            tokens += (
                Token(opening, cell, 1, {"style": f"text-align:{style}"} if style else {}, None, 3, None, "", "", "", {}, True),
                Token("inline", "", 0, {}, [at, at + 1], 4, [], text, "", "", {}, True),
                Token(closing, cell, -1, {}, None, 3, None, "", "", "", {}, True),
            )
        tokens.append(Token("tr_close", "tr", -1, level=2, block=True))
    tokens.append(Token(f"t{part}_close", f"t{part}", -1, level=1, block=True))
