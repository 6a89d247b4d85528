"""Videos and sounds: what a file is by its content, how long it takes, and whether browsers play it. tinytag's room.

An MP4 tells the rest in its table of contents, the box `moov`: the size of the picture and how it is coded. A phone that
films in H.265 writes files that play on that phone and hardly anywhere else.
"""

from __future__ import annotations

import math
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tuokio import disk
from tuokio.finding import Severity
from tuokio.media.medium import Fault

LONGEST_CONTENTS = 50_000_000
"""Bytes of an MP4's table of contents that we read at all: hours of video have less."""
VIDEO = "Open it in the free program HandBrake, choose the preset Fast 720p30 and Start. Put the MP4 it makes into `media/`."
SOUND = "Open it in the free program Audacity, choose File → Export Audio and MP3, mono, 64 kbps. Put what it makes into `media/`."
CONTAINERS = (
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", 0, "a Windows Media file"),
    (b"AVI ", 8, "an AVI video"),
    (b"FLV", 0, "a Flash video"),
    (b"\x00\x00\x01\xba", 0, "an MPEG video"),
    (b"ftypqt", 4, "a QuickTime video"),
    (b"ftyp3g", 4, "a video of an old phone (3GP)"),
    (b"FORM", 0, "an AIFF sound"),
    (b"#!AMR", 0, "a voice memo of an old phone (AMR)"),
)
"""What not every browser plays, by its first bytes and where they stand."""
SOUNDS = ((b"ID3", 0), (b"fLaC", 0), (b"WAVE", 8), (b"\xff\xfb", 0), (b"\xff\xf3", 0), (b"\xff\xf2", 0), (b"\xff\xfa", 0), (b"\xff\xf1", 0), (b"\xff\xf9", 0))
PLACE = (b"\xa9xyz", b"loci", b"com.apple.quicktime.location")
"""What phones write the place under."""
CODED = {b"hvc1": "H.265", b"hev1": "H.265", b"dvh1": "Dolby Vision", b"av01": "AV1", b"vp09": "VP9", b"mp4v": "MPEG-4 of the first kind", b"ac-3": "Dolby sound", b"ec-3": "Dolby sound", b"alac": "Apple Lossless", b"drms": "copy-protected sound", b"encv": "copy-protected video"}
"""Ways of coding that not every browser plays."""


@dataclass(frozen=True)
class Recording:
    """What is known of a video or a sound without playing it."""

    seconds: float | None
    """How long it takes; None where the file does not say, as a WebM."""
    moving: bool
    """It has pictures."""
    audible: bool
    width: int | None = None
    height: int | None = None
    """Of the picture in pixels, as it is shown; None where the file does not say."""
    faults: tuple[Fault, ...] = ()
    """What keeps some browsers from playing it."""


def examine(path: Path) -> Recording | Fault:
    """Tell what a file is, or why it is no recording. It must exist."""
    try:
        return _examine(path)
    except OSError as error:
        return Fault("unreadable-file", f"`{path.name}` cannot be read: {error.strerror or error}.", "Close the program that has it open, and see that you may open it yourself.")


def _examine(path: Path) -> Recording | Fault:
    start, contents = _read(path)
    if not start.strip(b"\0"):
        return Fault("empty-file", f"`{path.name}` is empty.", "Copy it here anew; copying may have broken off.")
    told = (_tell_place(path),) if any(mark in contents for mark in PLACE) else ()
    for mark, at, what in CONTAINERS:
        if start.startswith(mark, at):
            moving = "video" in what
            return Recording(_measure(path), moving, True, *_measure_picture(contents), (_unplayable(f"`{path.name}` is {what}, which many browsers cannot play.", moving=moving), *told))
    if start[4:8] == b"ftyp":
        return _examine_mp4(path, start, contents, told)
    if start.startswith(b"\x1aE\xdf\xa3"):
        moving = b"V_" in start
        if b"webm" not in start[:64]:
            return Recording(None, moving, True, faults=(_unplayable(f"`{path.name}` is a Matroska video, which many browsers cannot play.", moving=True),))
        return Recording(None, moving, b"A_" in start, faults=(_apple(path, "WebM", moving=moving),))
    if start.startswith(b"OggS"):
        moving = b"theora" in start
        return Recording(_measure(path), moving, True, faults=(_apple(path, "Ogg", moving=moving),))
    if any(start.startswith(mark, at) for mark, at in SOUNDS):
        return Recording(_measure(path), False, True)
    return Fault("not-a-recording", f"`{path.name}` is neither a video nor a sound.", "A video is an MP4 file, a sound an MP3 or M4A file. Open it in the program it was made with, and export it as one of these.")


def _examine_mp4(path: Path, start: bytes, contents: bytes, told: tuple[Fault, ...]) -> Recording | Fault:
    if start[8:12] in (b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1"):
        return Fault("not-a-recording", f"`{path.name}` is a picture.", "Show it with `![what it shows](media/…)`.")
    if not contents:
        return Fault("broken-recording", f"`{path.name}` breaks off before its table of contents, so nothing can play it.", "Copy it here anew from where it came; copying or recording may have broken off.")
    moving = b"vmhd" in contents
    coded = next((CODED[one] for one in re.findall(rb"stsd.{12}(.{4})", contents, re.S) if one in CODED), "")
    faults = (_unplayable(f"`{path.name}` is coded as {coded}, which many browsers cannot play.", moving=moving),) if coded else ()
    return Recording(_measure(path), moving, b"smhd" in contents, *_measure_picture(contents), (*faults, *told))


def _unplayable(message: str, *, moving: bool) -> Fault:
    return Fault("unplayable-recording", message, VIDEO if moving else SOUND)


def _tell_place(path: Path) -> Fault:
    return Fault("place-in-recording", f"`{path.name}` tells where it was recorded, to whoever looks into the file.", "Nothing to do if that may be known. Else save it anew with HandBrake; under Summary leave out Passthru Common Metadata.", Severity.HINT)


def _apple(path: Path, what: str, *, moving: bool) -> Fault:
    return Fault("unplayable-on-apple", f"`{path.name}` is {what}, which older iPhones cannot play.", VIDEO if moving else SOUND, Severity.HINT)


def _read(path: Path) -> tuple[bytes, bytes]:
    """Return how a file begins, and an MP4's table of contents."""
    with disk.open_file(path) as stream:
        start = stream.read(4096)
        return start, _read_contents(stream, path.stat().st_size) if start[4:8] == b"ftyp" else b""


def _read_contents(stream: BinaryIO, size: int) -> bytes:
    """Return an MP4's box `moov`, wherever in the file it stands; nothing if there is none."""
    at = 0
    while at + 8 <= size:
        stream.seek(at)
        head = stream.read(16)
        length, kind = struct.unpack(">I4s", head[:8])
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        elif length == 0:
            length = size - at
        if kind == b"moov" and at + length <= size:
            stream.seek(at)
            return stream.read(min(length, LONGEST_CONTENTS))
        if length < 8:
            break
        at += length
    return b""


def _measure_picture(contents: bytes) -> tuple[int, int] | tuple[None, None]:
    """Return the width and height of the first track that has pictures: as they are shown, for a phone may have been held upright."""
    for match in re.finditer(rb"tkhd([\0\1])", contents):
        late = 12 * match[1][0]  # in the second version of the box three dates take twice as much
        box = contents[match.end() - 1 :][: 84 + late]
        if len(box) == 84 + late:
            across, down, width, height = struct.unpack_from(">i12xi16xII", box, 40 + late)
            if width >= 1 << 16 and height >= 1 << 16:
                return (height >> 16, width >> 16) if across == down == 0 else (width >> 16, height >> 16)
    return None, None


def _measure(path: Path) -> float | None:
    """Return how long a recording takes in seconds, if it says so."""
    from tinytag import TinyTag  # 20 ms, and only for courses that have recordings

    try:
        seconds = TinyTag.get(path, tags=False).duration
    except Exception as error:  # noqa: BLE001 – whatever it stumbles over, the length is then unknown and nothing else
        if isinstance(error.__cause__, OSError):  # the disk, and not the file
            raise error.__cause__ from None
        return None
    return round(seconds, 2) if seconds and math.isfinite(seconds) else None
