"""Write a folder so that it is a whole course at every moment of the writing.

Names carry a hash of the content, so a new file never overwrites one that a reader is using;
the page that refers to them is replaced last, in one step; only then do the old ones go, and
only those that an earlier build of ours wrote.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

from tuokio import disk
from tuokio.targets.container import Call, Piece, encode, take_stamp

LEDGER = ".tuokio.json"
"""Names all that a whole build wrote."""
JOURNAL = ".tuokio.new"
"""Names what is being written, line by line, before it is there: a build that was killed could not say so any more."""


class Folder:
    """An output folder being written. Use as a context manager; leaving it removes stale files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.written: set[str] = set()
        self.last: dict[str, str | Iterable[str]] = {}
        self.sizes: dict[str, dict[str, int]] = {}

    def __enter__(self) -> Folder:
        self.root.mkdir(parents=True, exist_ok=True)
        self.journal: IO[bytes] | None = None
        self.before = self._read_names()
        return self

    def add(self, stem: str, suffix: str, *pieces: Piece) -> str:
        """Write a file, in one piece or several, under `stem.<hash>suffix` and return that name."""
        stamp = pieces[0].stamp if len(pieces) == 1 and isinstance(pieces[0], Call) else take_stamp(encode(pieces))
        file = f"{stem}.{stamp.digest}{suffix}"
        if self._lacks(file, stamp.size):
            disk.write(self.root / file, encode(pieces))
        return file

    def copy(self, name: str, source: Path) -> None:
        """Copy a file whose name already carries its hash."""
        if self._lacks(name, source.stat().st_size):
            disk.write(self.root / name, disk.read_pieces(source))

    def put(self, name: str, text: str | Iterable[str]) -> None:
        """Keep a page of a fixed name, whole or in pieces, to be written last."""
        self.last[name] = text

    def __exit__(self, kind: type | None, *_: object) -> None:
        if self.journal:
            self.journal.close()
        if kind is not None:
            return
        now = self.written | set(self.last)
        # The ledger first names both generations, so that a build killed here leaves nothing behind for good.
        self._note(self.before | now)
        for name, text in self.last.items():
            disk.write(self.root / name, text.encode() if isinstance(text, str) else (piece.encode() for piece in text))
        stale = [name for name in self.before - now if ".." not in Path(name).parts and not Path(name).is_absolute()]  # whatever a ledger says
        held = {name for name in stale if not disk.remove(self.root / name)}
        self._note(now | held)  # a file that another program holds goes with the next build
        disk.remove(self.root / JOURNAL)

    def _lacks(self, file: str, size: int) -> bool:
        """Say whether a file is still to be written, which is noted before it is done."""
        self.written.add(file)
        if self._find_size(file) == size:
            return False
        if file not in self.before:
            if self.journal is None:
                self.journal = (self.root / JOURNAL).open("ab", buffering=0)
            self.journal.write(f"\n{json.dumps(file)}".encode())  # the line before may be half a one, which is then no JSON
        return True

    def _find_size(self, file: str) -> int | None:
        """Return how large a file is, None where there is none. Each folder is read but once: the course has it to itself."""
        folder, _, name = file.rpartition("/")
        if folder not in self.sizes:
            self.sizes[folder] = {}
            with suppress(FileNotFoundError, NotADirectoryError), os.scandir(self.root / folder) as entries:
                self.sizes[folder] = {entry.name: entry.stat().st_size for entry in entries if entry.is_file()}
        return self.sizes[folder].get(name)

    def _read_names(self) -> set[str]:
        """Return what earlier builds wrote, as far as anybody can read it."""
        names = []
        for file in (LEDGER, JOURNAL):
            with suppress(FileNotFoundError):
                text = disk.read(self.root / file)
                for part in text.split(b"\n") if file == JOURNAL else [text]:
                    with suppress(ValueError, RecursionError):
                        noted = json.loads(part)
                        names += noted if isinstance(noted, list) else [noted]
        return {name for name in names if isinstance(name, str) and name and "\0" not in name}

    def _note(self, names: Iterable[str]) -> None:
        disk.write(self.root / LEDGER, json.dumps(sorted(names), indent=0).encode())
