"""A GIFT file cut into its questions, also where people left out the empty line between two, or the end of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.exchange.original import LONGEST

ESCAPED = re.compile(r"\\([\\~=#{}:n])")
REMARK = re.compile(r"^[ \t]*//.*$", re.M)
CHUNK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
"""Lines up to the next one that is empty."""
BEGINNING = re.compile(r"\s*(?:::|//|\$)")
NAMED = re.compile(r"[ \t]*(?:::[^\n]*?::|\$CATEGORY:)")
"""A line in which a question begins whatever stands above it."""
ANSWERS = re.compile(r"\s*[=~#%>]")
"""How a line goes on with answers."""


def cut(text: str) -> Iterator[tuple[int, str]]:
    """Yield the questions' texts, each with its line. An answer that has empty lines inside is taken as it was meant."""
    line, at = 1, 0
    waiting: list[str] = []  # what has begun an answer and not ended it
    since = depth = size = ended = 0
    for start, chunk in _split(text):
        line, at = line + text.count("\n", at, start), start
        here = _depth(chunk)
        if waiting and (BEGINNING.match(chunk) or here >= 0 and "{" in chunk or size > LONGEST):
            yield since, "".join(waiting)
            waiting = []
        if waiting:
            waiting.append("\n" * (line - ended) + chunk)
            depth += here
        elif here > 0:
            waiting, since, depth, size = [chunk], line, here, 0
        else:
            yield line, chunk
        size, ended = size + len(chunk), line + chunk.count("\n")
        if waiting and depth <= 0:
            yield since, "".join(waiting)
            waiting = []
    if waiting:
        yield since, "".join(waiting)


def _split(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines up to each empty one, with where they begin; those of several questions one question at a time.

    The next one begins with its name, or after the line in which the answers of the last one ended; and where these never end, with the line that has others.
    """
    for match in CHUNK.finditer(text):
        chunk = match[0]
        if "\n" not in chunk or chunk.count("{") < 2 and chunk.rfind("{") <= chunk.find("}") and "::" not in chunk and "$CATEGORY:" not in chunk:
            yield match.start(), chunk
            continue
        lines, start, first = chunk.split("\n"), match.start(), 0
        for last in [*_find_ends(lines), len(lines)]:
            piece = "\n".join(lines[first:last])
            yield start, piece
            start, first = start + len(piece) + 1, last


def _find_ends(lines: list[str]) -> Iterator[int]:
    """Yield the line (from 0) before which a question ends and the next begins, its remarks included."""
    first, remarks, is_open, ended, begun = 0, 0, False, 0, False  # `remarks`: where those begin that stand right above a line
    for number, written in enumerate(lines):
        line = REMARK.sub("", ESCAPED.sub("", written))
        start = remarks
        if begun and NAMED.match(line):
            yield (first := start)
            is_open, ended = False, 0
        for sign in re.findall(r"[{}]", line):
            if sign == "{" and (ended and ended <= number or is_open and start > first and not ANSWERS.match(line)):
                yield (first := start if is_open else ended)
                ended = 0
            is_open = sign == "{"
            if sign == "}":
                ended = number + 1
        begun = begun or bool(line.strip())
        if not REMARK.fullmatch(written):
            remarks = number + 1


def _depth(chunk: str) -> int:
    if "\\" in chunk:
        chunk = ESCAPED.sub("", chunk)
    if "//" in chunk:
        chunk = REMARK.sub("", chunk)
    return chunk.count("{") - chunk.count("}")
