"""Whether a build still stands: nothing it was made of has changed since, nor anything it wrote. Then there is nothing to do.

Files are told apart by name, size, dates and number, as `git status` does, and by content nowhere. A file that was written while the build
began could change again within the same tick of a coarse clock (two seconds on a USB stick), so such a build is not noted: the next one looks closer.
"""

from __future__ import annotations

import errno
import os
import pickle
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tuokio.disk import name_output
from tuokio.kept.fingerprint import fingerprint
from tuokio.kept.store import Store, walk

TICK = 2_000_000_000
"""Nanoseconds: FAT writes dates in steps of two seconds."""
APART = {".git", ".cache"}
"""Folders that no course is made of."""


class Standing:
    """What is known of a build of a course for some targets."""

    def __init__(self, store: Store, course: Path, output: Path, names: Sequence[str]) -> None:
        self.store, self.written = store, output / name_output(course)
        folder, begun = course if os.path.isdir(course) else course.parent, time.time_ns()
        themes = {(place / "themes").resolve() for place in (folder.resolve().parent.parent, Path.cwd())}
        seen = [_look(place, apart=output) for place in (folder, *sorted(themes))]
        self._settled = max(newest for _, newest in seen) < begun - TICK
        self._key = fingerprint(("standing", course, output, Path.cwd(), *names, date.today(), [listed for listed, _ in seen]))

    def recall(self) -> tuple[list[Any], list[Path]] | None:
        """Return the findings and the files of a build that still stands."""
        frozen = self.store.fetch(self._key)
        if frozen is None:
            return None
        written, findings, files = pickle.loads(frozen)  # noqa: S301 – the user's own, see `store.py`
        return (findings, files) if written == _look(self.written)[0] else None

    def note(self, findings: Sequence[Any], files: Sequence[Path]) -> None:
        """Remember a build that has just ended well."""
        if self._settled:
            self.store.put(self._key, pickle.dumps((_look(self.written)[0], list(findings), list(files)), pickle.HIGHEST_PROTOCOL))
            self.store.save()


def _look(folder: Path, apart: Path | None = None) -> tuple[bytes, int]:
    """Return a digest of all files below a folder, and when the newest was written."""
    newest, seen = 0, []
    try:
        skipped = str(apart.resolve()) if apart else ""
        for entry in walk(folder.resolve(), lambda entry: entry.name not in APART and entry.path != skipped):
            stat = _tell(entry)
            newest = max(newest, stat.st_mtime_ns, stat.st_ctime_ns)
            seen.append(f"{entry.path}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ctime_ns}\0{stat.st_ino}")
    except FileNotFoundError:
        return b"", 0
    except OSError:  # what cannot be looked at is never as it was
        return os.urandom(16), time.time_ns()
    return fingerprint("\n".join(sorted(seen))), newest


def _tell(entry: os.DirEntry[str]) -> os.stat_result:
    """Return what is known of a file. OSError for a link to a folder: of what lies there, nobody knows here.

    A link that leads nowhere is told by itself; editors mark open files by such.
    """
    if not entry.is_symlink():
        return entry.stat()
    if os.path.isdir(entry.path):
        raise OSError(errno.EISDIR, "a link to a folder", entry.path)
    return os.stat(entry.path) if os.path.exists(entry.path) else entry.stat(follow_symlinks=False)
