"""Gaps of a text between how we write them, `[[14|fourteen]]` and `[[*may|may not]]`, and their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

SIGNS = re.compile(r"[\\|*\[\]]")


def write_gap(texts: list[str], right: int | None) -> str:
    """Return a gap where one types any of the texts, or picks the `right` one among them."""
    texts = [" ".join(SIGNS.sub(r"\\\g<0>", text).split()) for text in texts]
    return f"[[{'|'.join(f'*{text}' if number == right else text for number, text in enumerate(texts))}]]"


GAP = re.compile(r"(?<!\\)\[\[((?:\\.|(?!\]\]|\[\[)[^\\\n])*)\]\]")
BAR = re.compile(r"(?<!\\)\|")
ESCAPED = re.compile(r"\\([\\|*\[\]])")


def read_gaps(text: str) -> Iterator[tuple[list[str], int | None, str]]:
    """Yield each gap's texts, which of them is the right one to pick (None where one types), and the text after it; first the text before all."""
    at, gap = 0, ([], None)
    for match in GAP.finditer(text):
        yield *gap, text[at : match.start()]
        written = [part.strip() for part in BAR.split(match[1])]
        right = next((number for number, part in enumerate(written) if part.startswith("*")), None)
        gap, at = ([ESCAPED.sub(r"\1", part.removeprefix("*").strip() if number == right else part) for number, part in enumerate(written)], right), match.end()
    yield *gap, text[at:]
