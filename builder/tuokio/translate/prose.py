"""Texts that are still the source's among translated ones: marked with their language, so that a screen reader says them rightly."""

from __future__ import annotations

import re
from typing import Any

from tuokio.read import markdown
from tuokio.read.wording import Part

MARKED = re.compile(r"\]\{lang=[\w-]+\}")


def mark_language(part: Part, language: str) -> str:
    """Return the lines of a source's part with every stretch of text marked as being in that language."""
    if part.kind == "heading":
        return part.write(_wrap(part.text, language))
    lines = part.text.split("\n")
    tokens: list[Any] = []
    parser = markdown.parser()
    parser.block.parse(part.text, parser, {}, tokens)
    places: dict[int, int] = {}
    for token in tokens:
        if token.type != "inline" or not token.map or not re.search(r"[^\W\d_]", token.content) or _wrap(token.content, language) == token.content:
            continue
        first, *others = token.content.split("\n")
        row = token.map[0]
        at = lines[row].find(first, places.get(row, 0))
        if at < 0:
            continue
        lines[row] = f"{lines[row][:at]}[{lines[row][at:]}"
        last, end = (row + len(others), others[-1]) if others else (row, first)
        at = lines[last].find(end, at + 1 if last == row else 0)
        if at < 0 or last >= len(lines):
            continue
        at += len(end)
        lines[last] = f"{lines[last][:at]}]{{lang={language}}}{lines[last][at:]}"
        places[last] = at
    return part.write("\n".join(lines))


def _wrap(text: str, language: str) -> str:
    """Return an inline text marked, or as it is where brackets in it would end the mark."""
    bare = re.sub(r"\\.", "", text)
    depth = 0
    for sign in bare:
        depth += (sign == "[") - (sign == "]")
        if depth < 0:
            return text
    return f"[{text}]{{lang={language}}}" if depth == 0 else text
