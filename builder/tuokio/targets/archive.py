"""Write a zip so that the same course makes the same bytes, and nobody ever sees half of one."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from tuokio import disk
from tuokio.targets.container import Piece, encode, name

MOMENT = datetime(1980, 1, 1)  # noqa: DTZ001 – a zip knows no zones
"""The date of files in it: the earliest a zip knows."""
YEARS = timedelta(days=40 * 365)
PACKED = {".webp", ".png", ".jpg", ".jpeg", ".gif", ".mp4", ".webm", ".mp3", ".m4a", ".ogg", ".woff2", ".zip"}
"""What would not get smaller."""


class Archive:
    """A zip being written. Use as a context manager; leaving it puts the zip in its place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files: dict[str, list[bytes] | Path] = {}
        self.fixed: set[str] = set()

    def __enter__(self) -> Archive:
        return self

    def add(self, stem: str, suffix: str, *pieces: Piece) -> str:
        """Keep a file, in one piece or several, under `stem.<hash>suffix` and return that name."""
        data = encode(pieces)
        file = name(stem, suffix, data)
        self.files[file] = data
        return file

    def copy(self, name: str, source: Path) -> None:
        """Keep a copy of a file whose name already carries its hash."""
        self.files[name] = source

    def put(self, name: str, text: str | bytes | Iterable[str]) -> None:
        """Keep a file of a fixed name."""
        self.fixed.add(name)
        self.files[name] = [text] if isinstance(text, bytes) else [text.encode()] if isinstance(text, str) else [piece.encode() for piece in text]

    def __exit__(self, kind: type | None, *_: object) -> None:
        if kind is None:
            disk.replace(self.path, self._write)

    def _date(self, file: str) -> datetime:
        """Return a date for a file. Web servers tell versions of one name apart by date and size (nginx's ETag), so where the name has no hash, the date has."""
        if file not in self.fixed:
            return MOMENT
        digest = hashlib.sha256(b"".join(self.files[file])).digest()
        return MOMENT + timedelta(seconds=2 * (int.from_bytes(digest[:8]) % (YEARS // timedelta(seconds=2))))

    def _write(self, path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for file in sorted(self.files):
                about = zipfile.ZipInfo(file, self._date(file).timetuple()[:6])
                about.create_system, about.external_attr = 3, 0o644 << 16  # the same whatever system wrote it
                about.compress_type = zipfile.ZIP_STORED if os.path.splitext(file)[1] in PACKED else zipfile.ZIP_DEFLATED
                data = self.files[file]
                with archive.open(about, "w", force_zip64=isinstance(data, Path) and data.stat().st_size > zipfile.ZIP64_LIMIT) as stream:
                    if isinstance(data, Path):
                        stream.writelines(disk.read_pieces(data))
                    else:
                        stream.writelines(data)
