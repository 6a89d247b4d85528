"""Write a folder so that it is a whole course at every moment of the writing.

Names carry a hash of the content, so a new file never overwrites one that a reader is using;
the page that refers to them is replaced last, in one step; only then do the old ones go, and
only those that an earlier build of ours wrote.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

LEDGER = ".tuokio.json"


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

    def add(self, stem: str, suffix: str, content: str | bytes) -> str:
        """Write a text or bytes under `stem.<hash>suffix` and return that name."""
        data = content.encode() if isinstance(content, str) else content
        name = f"{stem}.{hashlib.sha256(data).hexdigest()[:8]}{suffix}"
        self.written.add(name)
        if not (self.root / name).is_file() or (self.root / name).stat().st_size != len(data):
            replace(self.root / name, data)
        return name

    def copy(self, name: str, source: Path) -> None:
        """Copy a file whose name already carries its hash."""
        self.written.add(name)
        target = self.root / name
        if not target.is_file() or target.stat().st_size != source.stat().st_size:
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_name(target.name + ".part")
            shutil.copyfile(source, partial)
            os.replace(partial, target)

    def put(self, name: str, text: str | Iterable[str]) -> None:
        """Keep a page of a fixed name, whole or in pieces, to be written last."""
        self.last[name] = text

    def __exit__(self, kind: type | None, *_: object) -> None:
        if kind is not None:
            return
        now = self.written | set(self.last)
        # The ledger first names both generations, so that a build killed here leaves nothing behind for good.
        replace(self.root / LEDGER, json.dumps(sorted(self.before | now), indent=0).encode())
        for name, text in self.last.items():
            replace(self.root / name, text.encode() if isinstance(text, str) else (piece.encode() for piece in text))
        for name in self.before - now:
            if ".." not in Path(name).parts and not Path(name).is_absolute():  # whatever a ledger says
                (self.root / name).unlink(missing_ok=True)
        replace(self.root / LEDGER, json.dumps(sorted(now), indent=0).encode())


def replace(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    with partial.open("wb") as stream:
        stream.writelines([data] if isinstance(data, bytes) else data)
    os.replace(partial, path)
