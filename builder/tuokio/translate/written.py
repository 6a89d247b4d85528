"""YAML as an author would write it: plain texts where they can be plain, quotes where they must be, `|` for several lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tuokio.read import yaml

WIDEST = 90
"""Characters of a list that is written on one line."""
NOWHERE = Path("translation.yaml")


def write_scalar(text: str, column: int, *, flow: bool = False) -> str:
    """Return a text as it stands after its key. `column` is where that key begins; `flow` says that it stands between brackets."""
    if "\n" in text.strip() and not flow:
        lines = [line.rstrip() for line in text.strip("\n").split("\n")]
        if not lines[0].startswith((" ", "\t")) and not any("\t" in line[: len(line) - len(line.lstrip())] for line in lines):
            return "|\n" + "\n".join(f"{' ' * (column + 2)}{line}" if line else "" for line in lines)
    text = text.strip()
    return text if _is_plain(text, flow=flow) else json.dumps(text, ensure_ascii=False)


def write_key(text: str) -> str:
    """Return a text as a key."""
    document = yaml.parse(f"{text}: x", NOWHERE, [])
    return text if document and isinstance(document.data, dict) and document.data == {text: "x"} else json.dumps(text, ensure_ascii=False)


def write_tree(data: Any, column: int = 0) -> list[str]:
    """Return the lines of a mapping or a list. None is an entry that the source has and this has not."""
    margin = " " * column
    lines: list[str] = []
    if isinstance(data, dict):
        for key, value in data.items():
            name = f"{margin}{write_key(str(key))}:"
            if value is None:
                lines.append(name)
            elif isinstance(value, str):
                lines += f"{name} {write_scalar(value, column)}".split("\n")
            elif isinstance(value, list) and (short := _write_short(value)):
                lines.append(f"{name} {short}")
            else:
                lines += [name, *write_tree(value, column + 2)]
        return lines
    for value in data:
        if value is None:
            lines.append(f"{margin}-")
        elif isinstance(value, str):
            lines += f"{margin}- {write_scalar(value, column)}".split("\n")
        else:
            inside = write_tree(value, column + 2)
            lines += [f"{margin}- {inside[0].lstrip()}", *inside[1:]]
    return lines


def _write_short(value: list[Any]) -> str:
    if not value or not all(isinstance(one, str) and "\n" not in one for one in value):
        return ""
    line = f"[{', '.join(write_scalar(one, 0, flow=True) for one in value)}]"
    return line if len(line) <= WIDEST and all(len(one) < 40 for one in value) else ""


def _is_plain(text: str, *, flow: bool) -> bool:
    """Say whether a text means itself without quotes, and nobody would be told otherwise."""
    if flow and any(sign in text for sign in ",[]{}") or text.startswith("{{"):
        return False
    findings: list[Any] = []
    document = yaml.parse(f"[{text}]" if flow else f"k: {text}", NOWHERE, findings)
    return bool(document) and not findings and document.data == ([text] if flow else {"k": text})
