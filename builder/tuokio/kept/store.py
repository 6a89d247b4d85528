"""What builds leave on the disk for those that come after: one SQLite file for each course, among the user's own caches.

It lies with the user and not with the course, since what is pickled in it is run as it is read: a folder from a stranger must
not bring its own. It may be deleted at any time, and whatever is wrong with it, the worst is a build that makes everything anew.
"""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import platformdirs

from tuokio.kept.fingerprint import fingerprint
from tuokio.standing import list_installed

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
        self.path, self.installed = path, fingerprint(list_installed())
        self._asked: set[bytes] = set()
        self._owner = os.getpid()
        self._rows: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._rows = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            self._rows.execute("PRAGMA cache_size = -4000")  # KB: what a large course makes is not held in memory
            self._rows.execute(TABLE)
            self._rows.execute("SELECT 1 FROM kept LIMIT 1")
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def has(self, key: bytes) -> bool:
        """Say whether something was put under a key: whoever asks may fetch it later."""
        if not self._is_open():
            return False
        key += self.installed
        try:
            is_there = self._rows.execute("SELECT 1 FROM kept WHERE key = ?", (key,)).fetchone() is not None
        except sqlite3.Error as error:
            return bool(self._give_up(error))
        if is_there:
            self._asked.add(key)
        return is_there

    def fetch(self, key: bytes) -> bytes | None:
        """Return what was put under a key, if it is there."""
        if not self._is_open():
            return None
        key += self.installed
        try:
            row = self._rows.execute("SELECT made FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            return self._give_up(error)
        if row is not None:
            self._asked.add(key)
        return row and row[0]

    def put(self, key: bytes, made: bytes) -> bool:
        """Keep something under a key, and say whether that went well. Others see it after `save`."""
        if not self._is_open():
            return False
        key += self.installed
        try:
            if not self._rows.in_transaction:
                self._rows.execute("BEGIN IMMEDIATE")
            self._rows.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (key, int(time.time()), made))
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
            return False
        self._asked.add(key)
        return True

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

    def _is_open(self) -> bool:
        """Say whether there is a file; a copy of the process that opened it must leave it alone, as SQLite says."""
        return self._rows is not None and self._owner == os.getpid()

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
