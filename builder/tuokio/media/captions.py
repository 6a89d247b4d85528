"""Captions as programs write them, WebVTT and SubRip (.srt): webvtt-py's room.

The two differ in a comma and a first line, and many a file is something in between, so both are read in one way. What
only places or colours a line is left out: a browser puts captions where this screen has room.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

TIME = r"(?:\d{1,3}:)?[0-5]?\d:[0-5]?\d[.,]\d{1,3}"
TIMES = re.compile(rf"\s*({TIME})\s*-->\s*({TIME})(?=\s|$)")
MEANT = re.compile(r"\s*\d[\d:.,]*\s*(?:-+>|[–—]>?|→|=+>)\s*\d[\d:.,]*\s*$")
"""Times with an arrow that Word or a hasty hand has changed."""
EXAMPLE = "00:00:05.000 --> 00:00:08.500"


class Slip(NamedTuple):
    """A line of a captions file that cannot be used as it is."""

    line: int
    message: str
    cure: str


def read_captions(text: str) -> tuple[list[tuple[float, float, str]], list[Slip]]:
    """Return what is said from when to when, in seconds and in order, and what cannot be used. Tags are left out, but for who speaks."""
    from webvtt import WebVTT  # 10 ms, and only for courses that have captions

    lines, slips = text.split("\n"), []
    for number, line in enumerate(lines, 1):
        if "-->" not in line and not MEANT.match(line):
            continue
        match = TIMES.match(line)
        if not match:
            slips.append(Slip(number, "These times cannot be read, so what is said here is left out.", f"Write them like this: `{EXAMPLE}`."))
        elif _count_seconds(match[1]) >= _count_seconds(match[2]):
            slips.append(Slip(number, "This ends before it begins, so what is said here is left out.", "Write the earlier time first."))
        lines[number - 1] = f"{_write(match[1])} --> {_write(match[2])}" if match else "NOTE unreadable"
    if not lines[0].startswith("WEBVTT"):
        lines = ["WEBVTT", "", *lines]
    cues = []
    for caption in WebVTT.from_string("\n".join(lines)).captions:
        said = "\n".join(filter(None, (" ".join(line.split()) for line in unescape(re.sub(r"\{\\[^}]*\}", "", caption.text)).split("\n"))))
        start, end = _count_seconds(caption.start), _count_seconds(caption.end)
        if said and start < end:
            cues.append((start, end, f"{caption.voice}: {said}" if caption.voice else said))
    if not cues and not slips:
        slips.append(Slip(1, "There is nothing said in this file.", f"Captions are lines like `{EXAMPLE}`, and what is said then below each."))
    return sorted(cues), slips


def _count_seconds(time: str) -> float:
    seconds = 0.0
    for part in time.replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return round(seconds, 3)


def _write(time: str) -> str:
    """Return a time as WebVTT has it."""
    thousandths = round(_count_seconds(time) * 1000)
    return f"{thousandths // 3_600_000:02}:{thousandths // 60_000 % 60:02}:{thousandths // 1000 % 60:02}.{thousandths % 1000:03}"
