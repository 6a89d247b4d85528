"""Whether all a command would build is there already. Then nothing else is loaded, and nothing is made.

A build leaves a note beside what it built: the command, what it was made of and what it wrote, each file by name, size, dates and
number, as `git status` tells them apart, and by content nowhere. A note is text, so one that comes with a stranger's folder can do
nothing but be wrong. A file that was written while the build began could change again within the same tick of a coarse clock (two
seconds on a USB stick), so such a build is not noted: the next one looks closer.

This is asked before the command line is even understood. So it knows of no option but `--output`, and imports next to nothing:
`pathlib` and `click` alone would take as long as looking at a thousand files.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from zlib import crc32

TICK = 2_000_000_000
"""Nanoseconds: FAT writes dates in steps of two seconds."""
APART = {".git", ".cache", "__pycache__"}
"""Folders that nothing is made of."""
NOTES = 16
"""How many commands may have a note beside one output; the next takes the place of one of them."""
CLOSED, BETWEEN = "\0::\0", "\0:\0"
"""What stands between the parts of a note, and within one between lists, whose entries are parted by a NUL. No name of a file has that."""


class Standing:
    """What a command was given, as it is now: looked at before a build, and noted after it."""

    def __init__(self, words: Sequence[str], output: str, sources: Sequence[str]) -> None:
        """`words` are those of the command line, `sources` the folders and files that it reads; one that is not there may come."""
        self._words, self._output, self._sources = list(words), output, list(sources)
        self._since = time.time_ns()
        self._given, self._newest = _look_at_sources(self._words, self._sources, output)

    def note(self, folders: Sequence[str], files: Sequence[str], told: str) -> None:
        """Remember a build that has just ended well: the folders that it wrote, the files to open, and what else it had to tell."""
        if self._newest >= self._since - TICK:
            return
        listed = _look(folders)
        if listed is None:
            return
        parts = ("\0".join(self._sources), "\0".join(folders), self._given, listed[0], "\0".join(files), told)
        place = _place(self._words, self._output)
        try:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
                file.write(CLOSED.join(parts) + CLOSED)
        except OSError:  # what cannot be noted is built again
            pass


def recall(words: Sequence[str]) -> tuple[list[str], str] | None:
    """Return the files to open and what else was told when this very command was last run here, if all of that still stands."""
    output = _find_output(words)
    try:
        with open(_place(words, output), encoding="utf-8", errors="surrogateescape", newline="") as file:
            sources, folders, given, written, files, told, rest = file.read().split(CLOSED)
    except (OSError, ValueError):
        return None
    stands = not rest and given == _look_at_sources(words, sources.split("\0"), output)[0] and (written,) == (_look(folders.split("\0")) or ())[:1]
    return (files.split("\0"), told) if stands else None


def tell_built(files: Iterable[str]) -> str:
    """Return what a build says of the files to open."""
    return "\n".join(f"Built {file}" for file in files)


def walk(folder: str, enters: Callable[[os.DirEntry[str]], bool]) -> Iterator[os.DirEntry[str]]:
    """Yield all files below a folder, in those of its folders that one `enters`; a link to a folder is a file."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield entry
            elif enters(entry):
                yield from walk(entry.path, enters)


@cache
def list_installed() -> list[str]:
    """Return what tells all apart that makes things: Python, Tuokio's own files, and the libraries beside it.

    Files are told apart by date and size, libraries by the names of their folders, which say their versions.
    """
    own = os.path.dirname(os.path.abspath(__file__))
    files = []
    for entry in walk(own, lambda entry: entry.name not in APART):
        stat = entry.stat()
        files.append(f"{entry.path} {stat.st_mtime_ns} {stat.st_size}")
    libraries = [name for place in sys.path if os.path.isdir(place) for name in sorted(os.listdir(place)) if name.endswith((".dist-info", ".egg-info"))]
    return [sys.version, *sorted(files), *libraries]


def _find_output(words: Sequence[str]) -> str:
    """Return where the output is. Where that is written in another way, there is no note and nothing is lost."""
    return next((word for before, word in zip(words, words[1:], strict=False) if before == "--output"), "output")


def _place(words: Sequence[str], output: str) -> str:
    number = crc32("\0".join((os.getcwd(), *words)).encode("utf-8", "surrogatepass")) % NOTES
    return os.path.join(output, ".cache", f"standing-{number:x}.txt")


def _look_at_sources(words: Sequence[str], sources: Sequence[str], output: str) -> tuple[str, int]:
    """Return what tells apart all that a command begins with, and when the newest of its sources was written."""
    listed = _look(sources, apart=os.path.realpath(output))
    if listed is None:
        return f"never as it was {os.urandom(16).hex()}", time.time_ns()
    return BETWEEN.join(("\0".join((os.getcwd(), *words, time.strftime("%Y-%m-%d"))), "\0".join(list_installed()), listed[0])), listed[1]


def _look(places: Iterable[str], apart: str = "") -> tuple[str, int] | None:
    """Return what tells apart all files below some folders, and when the newest was written; None where they cannot be told apart."""
    newest, seen = 0, []
    try:
        for place in places:
            found = sorted(_tell_all(os.path.realpath(place), apart))
            newest = max(newest, *(dated for _, dated in found)) if found else newest
            seen.append("\0".join(told for told, _ in found))
    except OSError:
        return None
    return BETWEEN.join(seen), newest


def _tell_all(place: str, apart: str) -> Iterator[tuple[str, int]]:
    """Yield what is known of each file in a folder, or of a single file, and when it was written."""
    if not os.path.isdir(place):
        if os.path.lexists(place):
            yield _tell(place, os.stat(place))
        return
    for entry in walk(place, lambda entry: entry.name not in APART and entry.path != apart):
        if not entry.is_symlink():
            yield _tell(entry.path, entry.stat())
        elif os.path.isdir(entry.path):  # of what lies there, nobody knows here
            raise OSError(errno.EISDIR, "a link to a folder", entry.path)
        else:  # one that leads nowhere is told by itself; editors mark open files by such
            yield _tell(entry.path, os.stat(entry.path) if os.path.exists(entry.path) else entry.stat(follow_symlinks=False))


def _tell(path: str, stat: os.stat_result) -> tuple[str, int]:
    return f"{path} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}", max(stat.st_mtime_ns, stat.st_ctime_ns)
