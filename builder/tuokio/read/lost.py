"""Blocks and tables that Markdown reads as code or text, because of how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from tuokio import blocks
from tuokio.finding import Finding, Severity
from tuokio.read.block import Fence, read_fence
from tuokio.read.source import Source
from tuokio.read.tables import find_pasted

QUIZ = "quiz"
TOP_KEY = re.compile(r"^(?:- |  )?([a-z_]+):(?:\s|$)", re.M)
"""A key of a block, or of an entry of a list of them."""
ASKS = {"question", "statement"}
QUOTES = frozenset("`‘’´'")
"""What people type where backticks are meant."""


def find_lost_text(source: Source, token: Token, offset: int) -> Iterable[Finding]:
    """Tell of a block or a pasted table that became a paragraph or indented code."""
    quoted = token.content.lstrip()[:1] in QUOTES
    return _find_lost_text(source, token, offset, quoted=quoted) if quoted or "\t" in token.content else ()


def _find_lost_text(source: Source, token: Token, offset: int, *, quoted: bool) -> Iterator[Finding]:
    line, last = _lines(token, offset)
    if "\t" in token.content and token.map:
        yield from find_pasted(source, line, last)
    if not quoted:
        return
    words = "|".join(blocks.fences())
    if match := re.match(rf"\s*(?:``|[‘’´'`]{{3}})({words})\b", token.content):
        yield _lose(source, line, match[1], "Move it to the left edge." if token.type == "code_block" else f"Write three backticks: ```{match[1]}.")


def find_lost_fence(source: Source, token: Token, offset: int) -> Iterator[Finding]:
    """Tell when code is a block whose word is missing, or has swallowed one because it was never closed."""
    line, _ = _lines(token, offset)
    words = "|".join(blocks.fences())
    if token.markup == "```" and re.search(rf"^ {{0,3}}```({words})\b", token.content, re.M):
        yield Finding("fence-not-closed", Severity.ERROR, source.span(line), "This code does not end before the next block begins.", "Write a line ``` after its last line.")
        return
    info = token.info.strip().lower()
    if not info and (below := re.match(rf"\s*({words})[ \t]*\n", token.content)) and re.search(r"^\w+:", token.content, re.M):
        yield _lose(source, line, below[1], f"Write the word right after the backticks: ```{below[1]}.")
    elif (not info and _asks(token.content)) or (info in ("yaml", "yml") and _asks(token.content) and _is_whole(source, token, line)):
        yield _lose(source, line, QUIZ, f"Write the word `{QUIZ}` right after the backticks{', in place of `' + token.info.strip() + '`' if info else ''}: ```{QUIZ}.")


def _asks(text: str) -> bool:
    """Say whether a code's keys are those of a question."""
    keys = set(TOP_KEY.findall(text))
    return bool(keys & ASKS) and bool(keys & ({"correct", *blocks.shapes(QUIZ)} - ASKS))


def _is_whole(source: Source, token: Token, line: int) -> bool:
    """Say whether code could stand as a question without an error. A list is shown where a bank is, which is YAML."""
    if token.content.lstrip().startswith("- "):
        return False
    found: list[Finding] = []
    made = list(read_fence(Fence(QUIZ, token.content, source.path, line, 0, ""), None, found, set()))
    return bool(made) and all(finding.severity is not Severity.ERROR for finding in found)


def _lose(source: Source, line: int, word: str, cure: str) -> Finding:
    return Finding("lost-fence", Severity.WARNING, source.span(line), f"This does not read as a `{word}` block, so learners see it as text.", cure)


def _lines(token: Token, offset: int) -> tuple[int, int]:
    return (offset + token.map[0] + 1, offset + token.map[1]) if token.map else (offset + 1, offset)
