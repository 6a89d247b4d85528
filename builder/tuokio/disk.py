"""A disk that others use too: an editor, OneDrive, a virus scanner, and Windows with its names of its own.

A file is written whole or not at all. Where another program holds it for a moment, we wait as long as that takes and no
longer; then the OSError is the caller's, and the old file is still there. An OSError says which file it is about, be it
read or written: a network share may go at any moment.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import IO
from unicodedata import normalize

try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

UNLOCKABLE = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL)
"""What a disk without locks says."""
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts: OneDrive and virus scanners let go within a second or so."""
HELD = (5, 32, 33)
"""What Windows says of a file that another program has open: access denied, sharing violation, lock violation."""
RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\s*(\.|$))", re.I)
"""Names of devices, which Windows keeps for itself, with any ending."""
LONGEST = 60
"""Bytes of a course's name in the output: Windows allows 260 for the whole path."""
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
CLAIM = "claim"
PARTIAL = re.compile(r".+\.\d+\.part")
"""What is half written; for good, where a build was killed."""
MOST_TEXT = 50_000_000
"""Bytes of a text of ours that are read: what is longer breaks off, and is damaged."""
PIECE = 1 << 20
"""Bytes read at a time of what may be large."""


def open_file(path: Path) -> IO[bytes]:
    """Open a file to be read. OSError for what is none: a pipe would have us wait without end, a device has no end."""
    stream = open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0)))  # noqa: PTH123 – Path.open takes no opener
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    return stream


def read(path: Path, most: int = -1) -> bytes:
    """Return what a file holds; no more of it than `most` bytes, if that is said."""
    with open_file(path) as stream:
        return _read(stream, most)


def read_pieces(path: Path, size: int = PIECE) -> Iterator[bytes]:
    """Yield what a file holds in pieces of so many bytes."""
    with open_file(path) as stream:
        while piece := _read(stream, size):
            yield piece


def follow(path: Path) -> Path:
    """Return where a path leads, all links followed; one that leads round in circles leads to itself."""
    return Path(os.path.realpath(path))


def write(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all, and make the folders it needs."""

    def fill(partial: Path) -> None:
        with partial.open("wb") as stream:
            stream.writelines([data] if isinstance(data, bytes) else data)

    replace(path, fill)


def replace(path: Path, fill: Callable[[Path], None]) -> None:
    """Put a file in its place that `fill` writes elsewhere, whole or not at all, and make the folders it needs."""
    if not os.path.isdir(path.parent):  # noqa: PTH112 – a course has thousands of files
        path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")  # `PARTIAL`
    try:
        fill(partial)
        _insist(lambda: os.replace(partial, path))
    except BaseException as error:
        with suppress(OSError):  # the first trouble is the one to tell
            partial.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename in (None, str(partial)):
            error.filename, error.filename2 = str(path), None  # the file the author knows
        raise


def remove(path: Path) -> bool:
    """Delete a file and say whether it is gone; one that another program holds stays."""
    try:
        _insist(lambda: path.unlink(missing_ok=True))
    except OSError:
        return False
    return True


@contextmanager
def claim(folder: Path, name: str, waiting: Callable[[], None] = lambda: None) -> Iterator[str]:
    """Have a folder to oneself: whoever else claims it waits until we are done, or dead. Should we have to, `waiting` is called first.

    Yields the `name` that whoever was killed in here had given, or ended with an error; empty if nobody was. Where a disk knows no locks, as some that
    are shared, nobody waits.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / CLAIM).open("a+b") as file:
        try:
            if not _lock(file, wait=False):
                waiting()
                while not _lock(file, wait=True):
                    pass
        except OSError as error:
            if error.errno not in UNLOCKABLE:
                raise
        file.seek(0)
        killed = file.read(200).decode("utf-8", "replace")
        _note(file, name)
        yield killed
        _note(file, "")  # not after an error: what could not be written could often not be deleted either


def unclaim(folder: Path) -> None:
    """Take away a folder that was made to be claimed, and the one around it, if nothing came of either."""
    with suppress(OSError):
        if os.listdir(folder) == [CLAIM] and os.listdir(folder.parent) == [folder.name]:  # noqa: PTH208
            (folder / CLAIM).unlink()
            folder.rmdir()
            folder.parent.rmdir()


def sweep(folder: Path) -> None:
    """Delete what killed builds left half written below a folder."""
    for path in folder.rglob("*.part"):
        if PARTIAL.fullmatch(path.name):
            remove(path)


def safe_name(name: str, longest: int) -> str:
    """Return a name that every system takes for a file or folder: `con` gives `con_`, `Syksy?.` gives `Syksy-`."""
    name = FORBIDDEN.sub("-", normalize("NFC", name)).rstrip(". ")
    while len(name.encode()) > longest:
        name = name[:-1].rstrip(". ")
    return RESERVED.sub(lambda match: f"{match[1]}_", name) if RESERVED.match(name) else name or "_"


def name_output(course: Path) -> str:
    """Return what the output of a course, a folder or one file, is called."""
    return safe_name(course.stem if os.path.isfile(course) else follow(course).name, LONGEST)  # noqa: PTH113 – where the disk fails, a name is no matter


def leads_out(path: Path, folder: Path) -> bool:
    """Say whether a link takes a path out of a folder: a course from a stranger may hold one to anything on this computer."""
    return not follow(path).is_relative_to(follow(folder))


def read_text(path: Path) -> str:
    """Return the text of a file of ours; OSError also where it is a link that leads out of its folder."""
    if path.is_symlink() and leads_out(path, path.parent):
        raise OSError(errno.ELOOP, "it is a link to a file elsewhere", str(path))
    return read(path, MOST_TEXT).decode("utf-8-sig")


def is_reserved(name: str) -> bool:
    """Say whether Windows keeps a name for a device, whatever its ending."""
    return bool(RESERVED.match(name))


def finder() -> Callable[[Path, str], Path | None]:
    """Return a function that finds a path below a folder as it is really written on the disk, None where it leads nowhere.

    macOS may store an `ä` as an `a` and its dots, so names are compared in one form. Every folder is listed but once:
    the function is good for one build.
    """

    @cache
    def names(folder: Path) -> dict[str, str]:
        try:
            return {normalize("NFC", name): name for name in os.listdir(folder)}
        except OSError:
            return {}

    @cache
    def find(folder: Path, path: str) -> Path | None:
        here = folder
        for part in normalize("NFC", path).split("/"):
            if part == "..":
                here = follow(here).parent
            elif part not in ("", "."):
                name = names(here).get(part)
                if name is None:
                    return None
                here = here / name
        return here

    return find


def _read(stream: IO[bytes], most: int) -> bytes:
    try:
        return stream.read(most)
    except OSError as error:
        error.filename = stream.name  # the system names none where reading breaks off
        raise


def _lock(file: IO[bytes], *, wait: bool) -> bool:
    """Lock a file and say whether that was done; it lasts until the file is closed, be it by a kill."""
    try:
        if os.name == "nt":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        if error.errno != errno.EDEADLK:  # Windows waits ten seconds at most
            raise
        return False
    return True


def _note(file: IO[bytes], name: str) -> None:
    """Note in a claim whose it is. On a full disk nobody can: there a kill may leave something half written."""
    with suppress(OSError):
        file.truncate(0)
        file.write(name.encode())
        file.flush()


def _insist(act: Callable[[], None]) -> None:
    """Do something to a file, again and again while another program holds it."""
    for pause in PAUSES:
        try:
            return act()
        except OSError as error:
            if not isinstance(error, PermissionError) and getattr(error, "winerror", None) not in HELD:
                raise
            time.sleep(pause)
    return act()
