"""A folder of finished pictures, kept between builds. It may be deleted or damaged at any time: then they are made anew."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tuokio import disk


@dataclass(frozen=True)
class Kept:
    """A finished picture: where it lies and what is known of it."""

    path: Path | None
    facts: dict[str, Any]


class Shelf:
    """Finds and keeps pictures by a key, the hash of what they are made from and how."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, key: str, suffix: str) -> Kept | None:
        """Return what is kept under the key, if it is still what was put there."""
        path, note = self.folder / f"{key}{suffix}", self.folder / f"{key}.json"
        try:
            facts = json.loads(note.read_text("utf-8"))
            whole = facts["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return Kept(path, facts) if whole else None

    def keep(self, key: str, suffix: str, data: bytes, facts: dict[str, Any]) -> Path:
        """Put a picture on the shelf and return where it lies."""
        path = self.folder / f"{key}{suffix}"
        note = json.dumps({**facts, "sha256": hashlib.sha256(data).hexdigest()}).encode()
        disk.write(path, data)
        disk.write(self.folder / f"{key}.json", note)
        return path
