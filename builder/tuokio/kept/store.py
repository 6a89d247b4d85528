"""What builds leave on the disk for those that come after: one SQLite file for each course, among the user's own caches.

It lies with the user and not with the course, since what is pickled in it is run as it is read: a folder from a stranger must
not bring its own. It may be deleted at any time, and whatever is wrong with it, the worst is a build that makes everything anew.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import platformdirs

import tuokio
from tuokio.kept.fingerprint import fingerprint

FRESH = 2 * 24 * 3600
"""Seconds for which something is kept that no build has asked for: who takes an edit back finds all of it again."""
DESERTED = 60 * 24 * 3600
"""Seconds after which the file of a course that nobody builds any more is deleted."""
PATIENCE = 0.5
"""Seconds to wait for another build of the same course; then this one does without."""
TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, asked INTEGER NOT NULL, made BLOB NOT NULL)"


class Store:
    """A file of things made, by the fingerprint of what they were made of and of the Tuokio that made them."""

    def __init__(self, path: Path) -> None:
        self.path, self.installed = path, list_installed()
        self._asked: set[bytes] = set()
        self._rows: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._rows = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            self._rows.execute("PRAGMA cache_size = -4000")  # KB: what a large course makes is not held in memory
            self._rows.execute(TABLE)
            self._rows.execute("SELECT 1 FROM kept LIMIT 1")
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def fetch(self, key: bytes) -> bytes | None:
        """Return what was put under a key, if it is there."""
        if self._rows is None:
            return None
        key += self.installed
        try:
            row = self._rows.execute("SELECT made FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            return self._give_up(error)
        if row is not None:
            self._asked.add(key)
        return row and row[0]

    def has(self, key: bytes) -> bool:
        """Say whether something was put under a key: whoever asks may fetch it later."""
        if self._rows is None:
            return False
        key += self.installed
        try:
            is_there = self._rows.execute("SELECT 1 FROM kept WHERE key = ?", (key,)).fetchone() is not None
        except sqlite3.Error as error:
            return bool(self._give_up(error))
        if is_there:
            self._asked.add(key)
        return is_there

    def put(self, key: bytes, made: bytes) -> None:
        """Keep something under a key. Others see it after `save`."""
        if self._rows is None:
            return
        key += self.installed
        try:
            if not self._rows.in_transaction:
                self._rows.execute("BEGIN IMMEDIATE")
            self._rows.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (key, int(time.time()), made))
            self._asked.add(key)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def save(self) -> None:
        """Write what was put, and delete what nobody has asked for in a while."""
        if self._rows is None:
            return
        now = int(time.time())
        try:
            if not self._rows.in_transaction:
                self._rows.execute("BEGIN IMMEDIATE")
            self._rows.execute("CREATE TEMP TABLE IF NOT EXISTS asked (key BLOB PRIMARY KEY)")
            self._rows.executemany("INSERT OR IGNORE INTO asked VALUES (?)", ((key,) for key in self._asked))
            self._rows.execute("UPDATE kept SET asked = ? WHERE asked < ? AND key IN asked", (now, now - FRESH // 2))
            self._rows.execute("DELETE FROM kept WHERE NOT asked BETWEEN ? AND ?", (now - FRESH, now + FRESH))  # a clock that was wrong is no reason to keep for good
            self._rows.execute("DELETE FROM asked")
            self._rows.execute("COMMIT")
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
        self._asked.clear()

    def close(self) -> None:
        """Let go of the file; what was not saved is lost."""
        if self._rows is not None:
            self._rows.close()
            self._rows = None

    def _give_up(self, error: Exception) -> None:
        """Do without from now on. What is broken is deleted, so that the next build begins anew; what is only in use is left."""
        self.close()
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            for ending in ("", "-journal"):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)


def open_store(course: Path) -> Store:
    """Return the store of a course, and delete those of courses that nobody has built for long. Whoever builds elsewhere each time, such as a server, names a folder that stays in `TUOKIO_CACHE`."""
    folder = Path(os.environ.get("TUOKIO_CACHE") or platformdirs.user_cache_path("tuokio", appauthor=False))
    store = Store(folder / f"{fingerprint(course.resolve()).hex()}.db")
    try:
        for other in folder.glob("*.db"):
            if other == store.path:
                os.utime(other)
            elif other.stat().st_mtime < time.time() - DESERTED:
                other.unlink()
    except OSError:  # another is at it, or the disk is read-only
        pass
    return store


@cache
def list_installed() -> bytes:
    """Return a digest of all that makes things: Python, Tuokio's own files, and the libraries beside it.

    Files are told apart by date and size, libraries by the names of their folders, which say their versions.
    """
    own = Path(tuokio.__file__).parent
    files = [(entry.path, *_tell(entry)) for entry in walk(own, lambda entry: entry.name != "__pycache__")]
    libraries = [name for place in sys.path if os.path.isdir(place) for name in sorted(os.listdir(place)) if name.endswith((".dist-info", ".egg-info"))]
    return fingerprint((sys.version, tuokio.__version__, sorted(files), libraries))


def walk(folder: str | os.PathLike[str], enters: Callable[[os.DirEntry[str]], bool]) -> Iterator[os.DirEntry[str]]:
    """Yield all files below a folder, in those of its folders that one `enters`; a link to a folder is a file."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield entry
            elif enters(entry):
                yield from walk(entry.path, enters)


def _tell(entry: os.DirEntry[str]) -> tuple[int, int]:
    stat = entry.stat()
    return stat.st_mtime_ns, stat.st_size
