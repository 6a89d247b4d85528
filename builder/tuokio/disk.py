"""A disk that others use too: an editor, OneDrive, a virus scanner, and Windows with its names of its own.

A file is written whole or not at all. Where another program holds it for a moment, we wait as long as that takes and no
longer; then the OSError is the caller's, and the old file is still there.
"""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from unicodedata import normalize

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts: OneDrive and virus scanners let go within a second or so."""
HELD = (5, 32, 33)
"""What Windows says of a file that another program has open: access denied, sharing violation, lock violation."""
RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\s*(\.|$))", re.I)
"""Names of devices, which Windows keeps for itself, with any ending."""
LONGEST = 60
"""Bytes of a course's name in the output: Windows allows 260 for the whole path."""
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def write(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all, and make the folders it needs."""

    def fill(partial: Path) -> None:
        with partial.open("wb") as stream:
            stream.writelines([data] if isinstance(data, bytes) else data)

    replace(path, fill)


def replace(path: Path, fill: Callable[[Path], None]) -> None:
    """Put a file in its place that `fill` writes elsewhere, whole or not at all, and make the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")  # two builds may write at once
    try:
        fill(partial)
        _insist(lambda: os.replace(partial, path))
    except BaseException as error:
        partial.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename == str(partial):
            error.filename, error.filename2 = str(path), None  # the file the author knows
        raise


def remove(path: Path) -> bool:
    """Delete a file and say whether it is gone; one that another program holds stays."""
    try:
        _insist(lambda: path.unlink(missing_ok=True))
    except OSError:
        return False
    return True


def safe_name(name: str, longest: int) -> str:
    """Return a name that every system takes for a file or folder: `con` gives `con_`, `Syksy?.` gives `Syksy-`."""
    name = FORBIDDEN.sub("-", normalize("NFC", name)).rstrip(". ")
    while len(name.encode()) > longest:
        name = name[:-1].rstrip(". ")
    return RESERVED.sub(lambda match: f"{match[1]}_", name) if RESERVED.match(name) else name or "_"


def name_output(course: Path) -> str:
    """Return what the output of a course, a folder or one file, is called."""
    return safe_name(course.stem if course.is_file() else course.resolve().name, LONGEST)


def leads_out(path: Path, folder: Path) -> bool:
    """Say whether a link takes a path out of a folder: a course from a stranger may hold one to anything on this computer."""
    return not path.resolve().is_relative_to(folder.resolve())


def read_text(path: Path) -> str:
    """Return the text of a file of ours; OSError also where it is a link that leads out of its folder."""
    if path.is_symlink() and leads_out(path, path.parent):
        raise OSError(errno.ELOOP, "it is a link to a file elsewhere", str(path))
    return path.read_text("utf-8-sig")


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
                here = here.resolve().parent
            elif part not in ("", "."):
                name = names(here).get(part)
                if name is None:
                    return None
                here = here / name
        return here

    return find


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
