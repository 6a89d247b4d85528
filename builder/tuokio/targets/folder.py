"""Write a folder so that it is a whole course at every moment of the writing.

Names carry a hash of the content, so a new file never overwrites one that a reader is using;
the page that refers to them is replaced last, in one step; only then do the old ones go, and
only those that an earlier build of ours wrote.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from tuokio import disk
from tuokio.targets.container import Piece, encode, name

LEDGER = ".tuokio.json"
PARTIAL = re.compile(r"(.+\.[0-9a-f]{8}\.\w+|[a-z]+(\.[\w-]+)?\.html|\.tuokio\.json)(\.\d+)?\.part")
"""What a build that was killed leaves half written."""
PIECE = 1 << 20  # bytes copied at a time


class Folder:
    """An output folder being written. Use as a context manager; leaving it removes stale files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.written: set[str] = set()
        self.last: dict[str, str | Iterable[str]] = {}

    def __enter__(self) -> Folder:
        self.root.mkdir(parents=True, exist_ok=True)
        ledger = self.root / LEDGER
        self.before = set(json.loads(ledger.read_text("utf-8"))) if ledger.is_file() else set()
        return self

    def add(self, stem: str, suffix: str, *pieces: Piece) -> str:
        """Write a file, in one piece or several, under `stem.<hash>suffix` and return that name."""
        data = encode(pieces)
        file = name(stem, suffix, data)
        self.written.add(file)
        if not (self.root / file).is_file() or (self.root / file).stat().st_size != sum(map(len, data)):
            disk.write(self.root / file, iter(data))
        return file

    def copy(self, name: str, source: Path) -> None:
        """Copy a file whose name already carries its hash."""
        self.written.add(name)
        target = self.root / name
        if not target.is_file() or target.stat().st_size != source.stat().st_size:
            with source.open("rb") as stream:
                disk.write(target, iter(lambda: stream.read(PIECE), b""))

    def put(self, name: str, text: str | Iterable[str]) -> None:
        """Keep a page of a fixed name, whole or in pieces, to be written last."""
        self.last[name] = text

    def __exit__(self, kind: type | None, *_: object) -> None:
        if kind is not None:
            if issubclass(kind, OSError) and self.written - self.before:  # what was written before the disk failed is ours to take away again
                with suppress(OSError):
                    self._note(self.before | self.written)
            return
        now = self.written | set(self.last)
        # The ledger first names both generations, so that a build killed here leaves nothing behind for good.
        self._note(self.before | now)
        for name, text in self.last.items():
            disk.write(self.root / name, text.encode() if isinstance(text, str) else (piece.encode() for piece in text))
        stale = [name for name in self.before - now if ".." not in Path(name).parts and not Path(name).is_absolute()]  # whatever a ledger says
        held = {name for name in stale if not disk.remove(self.root / name)}
        for partial in self._find_partial():
            disk.remove(partial)
        self._note(now | held)  # a file that another program holds goes with the next build

    def _note(self, names: Iterable[str]) -> None:
        disk.write(self.root / LEDGER, json.dumps(sorted(names), indent=0).encode())

    def _find_partial(self) -> Iterator[Path]:
        return (path for path in self.root.rglob("*.part") if PARTIAL.fullmatch(path.name))
