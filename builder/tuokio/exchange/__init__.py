"""Questions from elsewhere, and ours for elsewhere. Each format is one folder here; a new format is a new folder and no other edit.

A format's `format.py` has:

- `NAME`, how the command line calls it, and `SUFFIXES`, the endings of its files in small letters: `(".csv", ".xlsx")`;
- `recognises(name, head)`: whether a file of this name that begins with these bytes (`HEAD` of them) is of this format. Asked of
  every format; several may say yes to one suffix, so look at the bytes;
- `read(file, path, findings)`: yield an `Entry` for each question of the file's bytes. `path` is for findings only. What cannot be read
  is a finding, and the rest comes all the same;
- if it can: `write(items, findings)`: return the bytes of a file that holds these `Item`s. What it cannot carry is a finding.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Protocol

from tuokio.exchange.entry import Entry, Item
from tuokio.finding import Finding

HEAD = 4096
"""Bytes by which a file is recognised."""


class Format(Protocol):
    """What a format's module offers; `write` only where `can_write`."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def recognises(self, name: str, head: bytes) -> bool:
        """Say whether a file is of this format."""

    def read(self, file: bytes, path: Path, findings: list[Finding]) -> Iterator[Entry]:
        """Yield the questions of a file."""

    def write(self, items: Iterable[Item], findings: list[Finding]) -> bytes:
        """Return a file that holds questions."""


@cache
def formats() -> dict[str, Format]:
    """Find the folders and return each format by its name, in alphabetical order."""
    found = (importlib.import_module(f"{__name__}.{module.name}.format") for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return {format.NAME: format for format in sorted(found, key=lambda format: format.NAME)}


def recognise(name: str, file: bytes) -> Format | None:
    """Return the first format that knows a file for its own."""
    return next((format for format in formats().values() if format.recognises(name.lower(), file[:HEAD])), None)
