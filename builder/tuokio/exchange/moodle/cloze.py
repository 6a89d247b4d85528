"""Moodle's codes for gaps in a text, `{1:MULTICHOICE:=must~need not}`, and ours, `[[*must|need not]]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from tuokio.exchange.arriving import as_number
from tuokio.exchange.gaps import read_gaps, write_gap

CODE = re.compile(r"\{\s*(?P<points>\d*)\s*:\s*(?P<kind>[A-Z_]+)\s*:(?P<answers>(?:\\.|[^}\\]){0,4000})\}", re.S)
TYPED = {"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"}
NUMBERS = {"NUMERICAL", "NM"}
PICKED = re.compile(r"^(?:MULTICHOICE|MC)(?:_?(?:V|H|S|VS|HS))?$|^MC[VHS]{0,2}$")
PARTS = re.compile(r"(?<!\\)~")
WEIGHT = re.compile(r"%(-?\d+(?:\.\d+)?)%")
ESCAPED = re.compile(r"\\([}#~/\"\\])")
SPECIAL = re.compile(r"[}#~/\"\\]")
TAG = re.compile(r"<[^>]*>")


class Unfit(Exception):  # noqa: N818 – it is not an error: it carries what to tell
    """A gap that has no like here. Never leaves the room."""


def read_code(match: re.Match[str], lose: Callable[[str], None]) -> str:
    """Return our gap for one of Moodle's codes. `lose` takes texts that have no place; `Unfit` where the gap has none."""
    kind, rows = match["kind"], []
    for row in PARTS.split(match["answers"].strip()):
        row = row.strip()
        if not row:
            continue
        worth = 1.0 if row.startswith("=") else 0.0
        row = row.removeprefix("=")
        if weight := WEIGHT.match(row):
            worth, row = float(weight[1]) / 100, row[weight.end() :]
        text, _, feedback = _split(row)
        rows.append((_bare(text), worth))
        if feedback.strip():
            lose(f"Feedback ({_bare(text)}): {_bare(feedback)}")
    right = [text for text, worth in rows if worth >= 1]
    if any(0 < worth < 1 for _, worth in rows):
        lose("Worth: " + "; ".join(f"{text} {worth:.0%}" for text, worth in rows if worth))
    if not right:
        raise Unfit("a gap without a right answer")
    if kind in NUMBERS:
        numbers = [text.partition(":")[0] if ":" in text else text for text in right]
        if any(":" in text and as_number(text.partition(":")[2]) for text in right):
            lose("Accepted within: " + "; ".join(right))
        return write_gap(numbers, None)
    if kind in TYPED:
        if any("*" in text.replace("\\*", "") for text in right):
            lose("Accepted with wildcards: " + "; ".join(right))
        return write_gap([" ".join(text.replace("\\*", "\0").replace("*", " ").replace("\0", "*").split()) or text for text in right], None)
    if PICKED.match(kind):
        if len(right) > 1:
            raise Unfit("a gap where several picks are right")
        return write_gap([text for text, _ in rows], next(number for number, (_, worth) in enumerate(rows) if worth >= 1))
    raise Unfit(f"a gap of the kind {kind}")


def _split(row: str) -> tuple[str, str, str]:
    at = next((match.start() for match in re.finditer(r"(?<!\\)#", row)), -1)
    return (row[:at], "#", row[at + 1 :]) if at >= 0 else (row, "", "")


def _bare(text: str) -> str:
    return " ".join(unescape(TAG.sub(" ", ESCAPED.sub(r"\1", text))).split())


def write_codes(text: str) -> str:
    """Return a text with our gaps as one with Moodle's codes."""
    return "".join(_write(text))


def _write(text: str) -> Iterator[str]:
    pieces = read_gaps(text)
    yield next(pieces)[2]
    for texts, right, after in pieces:
        if right is None:
            yield "{1:SHORTANSWER:" + "~".join(f"={_escape(one.replace('*', chr(92) + '*'))}" for one in texts) + "}"
        else:
            yield "{1:MULTICHOICE:" + "~".join(f"{'=' if number == right else ''}{_escape(one)}" for number, one in enumerate(texts)) + "}"
        yield after


def _escape(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", text)
