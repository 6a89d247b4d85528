"""A short way through YAML for what most blocks are: rows of `key: text` and `- text`, indented with spaces.

libyaml makes an event of each word and bracket, and each event costs two marks. Rows in which no other sign means
anything are read in a fifth of the time. They give the very tree of the long way, which a test holds; where a single row
is something else, all are left to the long way, and so is everything that is wrong with them.
"""

from __future__ import annotations

from typing import Any

from tuokio.read.tree import Mapping, Sequence

INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`~")
"""Signs that make something else than a plain text of what they begin."""
LONGEST_KEY = 200
"""Characters; YAML ends at 1,024."""


def read_rows(text: str, rows: list[str], deepest: int) -> Any:
    """Return the tree of a text that is made of plain rows; None where it is not."""
    if " #" in text or not text.replace("\n", "").isprintable():
        return None
    root: Any = None
    stack: list[tuple[int, Any]] = []  # the containers around this one, and the columns they begin in
    column, container = -1, None
    open_key, open_at = "", (0, 0, 1)  # the key above that still has no value
    for line, row in enumerate(rows):
        body = row.lstrip(" ")
        if not body:
            continue
        here = len(row) - len(body)
        if body[-1] == " ":
            body = body.rstrip(" ")
        hyphen = body[0] == "-"
        if hyphen:
            inside = body[1:].lstrip(" ")
            gap = len(body) - len(inside)
            if gap < 2:
                return None
            if not open_key:
                while column > here:
                    column, container = stack.pop()
            if open_key or container is None:
                if here < column or root is not None and container is None or len(stack) >= deepest:
                    return None
                entries = Sequence()
                if container is None:
                    root = entries
                else:
                    container[open_key], container.at[open_key] = entries, (open_at, (line, here, 1 if here == column else 0), None)
                    open_key = ""
                stack.append((column, container))
                column, container = here, entries
            elif column != here or type(container) is not Sequence:
                return None
            here, body = here + gap, inside
        key, colon, value = body.partition(": ")
        if not colon or body[0] in "\"'":
            if body[-1] == ":":
                key = body[:-1]
            elif hyphen and (plain := _read_text(body)) is not None:
                mark = (line, here, len(body))
                container.append(plain)
                container.at.append((mark, mark, None))
                continue
            else:
                return None
        if not key or key[0] in INDICATORS or key[-1] in " :" or len(key) > LONGEST_KEY:
            return None
        if hyphen or open_key or container is None:
            if not hyphen and (here <= column or root is not None and container is None) or len(stack) >= deepest:
                return None
            fields, mark = Mapping(), (line, here, 0)
            if hyphen:
                container.append(fields)
                container.at.append((mark, mark, None))
            elif container is None:
                root = fields
            else:
                container[open_key], container.at[open_key] = fields, (open_at, mark, None)
                open_key = ""
            stack.append((column, container))
            column, container = here, fields
        else:
            while column > here or column == here and type(container) is Sequence:
                column, container = stack.pop()
            if column != here or key in container:
                return None
        at = (line, here, len(key))
        if not value:
            open_key, open_at = key, at
            continue
        if value[0] == " ":
            value = value.lstrip(" ")
        if (plain := _read_text(value)) is None:
            return None
        container[key] = plain
        container.at[key] = (at, (line, here + len(body) - len(value), len(value)), None)
    return None if open_key else root


def _read_text(written: str) -> str | None:
    """Return the text of a value; None where it is more than a text on one line."""
    first = written[0]
    if first not in INDICATORS:
        return None if ": " in written or written[-1] == ":" else written
    inside = written[1:-1]
    if first not in "\"'" or len(written) < 2 or written[-1] != first or first in inside or "\\" in inside and first == '"':
        return None
    return inside
