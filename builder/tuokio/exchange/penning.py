"""Values as YAML that a person would have written: quotes only where YAML needs them, long texts on lines of their own.

PyYAML could write it too, but not so: it quotes by YAML 1.1, breaks lines where it likes, and takes ten times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tuokio.read.yaml import MIXED, TYPESET

WIDE = 100
"""Signs of a text that needs quotes, beyond which it reads better on lines of its own."""
ROW, WORD = 90, 24
"""Signs of a list that stands on one line, and of each of its entries."""
NEEDS_QUOTES = re.compile(r"""^[-?:,\[\]{}#&*!|>'"%@`=~“”„‟‘’‚‛–—•·▪]|^\s|\s$|:(?=\s|$)|\s\#|^(?:---|\.\.\.)|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ue000\ue001]|^[\w-]+:$""")
"""What YAML, or what we make of YAML, would read as something else."""
IN_ROW = re.compile(r"^[^\W_][^,\[\]{}:#\"'\n]*$")
"""A text that stands between commas without quotes."""
SAFE_KEY = re.compile(r"^[^\W_][^:#\n\"']{0,80}$")
INNER = re.compile(r"(?<![^\S\n])[^\S\n]+$", re.M)


def pen(data: dict[str, Any], indent: str = "") -> Iterator[str]:
    """Yield the lines of a mapping."""
    for key, value in data.items():
        yield from _pen_pair(key if SAFE_KEY.match(key) and not key.endswith(" ") else _quote(key), value, indent)


def _pen_pair(key: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{indent}{key}:"
        yield from pen(value, indent + "  ")
    elif isinstance(value, list):
        if not value:
            yield f"{indent}{key}: []"
        elif (row := _row(value)) is not None:
            yield f"{indent}{key}: [{row}]"
        else:
            yield f"{indent}{key}:"
            for entry in value:
                yield from _pen_entry(entry, indent + "  ")
    else:
        yield from _pen_text(f"{indent}{key}:", scalar(value), indent + "  ")


def _pen_entry(entry: Any, indent: str) -> Iterator[str]:
    if isinstance(entry, dict):
        lines = pen(entry, indent + "  ")
        yield f"{indent}- {next(lines)[len(indent) + 2:]}"
        yield from lines
    else:
        yield from _pen_text(f"{indent}-", scalar(entry), indent + "  ")


def _row(values: list[Any]) -> str | None:
    """Return a list of words on one line, or None if its texts are more than that."""
    if not all(isinstance(value, str) and len(value) <= WORD and value.count(" ") < 3 and IN_ROW.match(value) and not value.endswith(" ") for value in values):
        return None
    row = ", ".join(values)
    return row if len(row) <= ROW else None


def scalar(value: Any) -> str:
    """Return a value as its author would type it."""
    if value is True or value is False:
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _pen_text(before: str, text: str, indent: str) -> Iterator[str]:
    """Yield a text behind its key or hyphen."""
    if "\t" in text:
        text = text.replace("\t", "    ")
    if "\n" in text or len(text) > WIDE and NEEDS_QUOTES.search(text):
        text = INNER.sub("", text).strip("\n")
        if not text[:1].isspace() and text.strip() and not CONTROL.search(text) and (text.isascii() or not MIXED.search(text) and not TYPESET.search(text)):
            yield f"{before} |"
            yield from (f"{indent}{line}" if line else "" for line in text.split("\n"))
            return
    yield f"{before} {_quote(text) if not text or NEEDS_QUOTES.search(text) else text}"


CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ue000\ue001]")


def _quote(text: str) -> str:
    """Return a text in the quotes that leave it most as it is."""
    text = CONTROL.sub(" ", text)
    if "\n" not in text and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def remark(text: str, indent: str = "") -> Iterator[str]:
    """Yield a text as lines that are read by people alone."""
    for line in text.split("\n"):
        yield f"{indent}# {line}".rstrip()
