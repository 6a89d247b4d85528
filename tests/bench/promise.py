"""What is promised beside what was seen: the rows of the table that `make bench` prints.

A part of the bench ends with `tell`: alone it prints its own table; run by table.py it hands its rows over in a file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

HEAD = ("what", "ours", "theirs", "ratio", "promised", "")


class Promise(NamedTuple):
    """One figure of ours beside another's, and how much of it ours may be at most."""

    what: str
    ours: float
    unit: str
    whose: str  # whose the other figure is; "" where the promise is a figure by itself
    theirs: float
    most: float | None  # of theirs; None: told only
    ratio: float | None = None  # the median of many turns, where it is not simply ours / theirs
    absent: str = ""  # why there is nothing to compare

    @property
    def share(self) -> float | None:
        """How much of theirs ours is."""
        return self.ratio if self.ratio is not None else self.ours / self.theirs if self.theirs else None

    @property
    def verdict(self) -> str:
        if self.absent or self.most is None:
            return self.absent
        kept = self.ours <= 0 if self.share is None else self.share <= self.most
        return "kept" if kept else "NOT KEPT"

    def cells(self) -> tuple[str, ...]:
        """What stands in its row."""
        if self.absent:
            return (self.what, "", self.whose, "", "", self.absent)
        theirs = f"{self.whose} {write(self.theirs)} {self.unit}".strip() if self.whose else ""
        promised = "" if self.most is None else f"≤ {self.most:g} ×" if self.whose else f"≤ {write(self.theirs)} {self.unit}".strip()
        share = "" if self.share is None or not self.whose else f"{self.share:.2f}" if self.share >= 0.095 else f"{self.share:.3f}"
        return (self.what, f"{write(self.ours)} {self.unit}".strip(), theirs, share, promised, self.verdict)


def write(figure: float) -> str:
    """Return a figure with as many digits as it is worth."""
    return f"{figure:.0f}" if abs(figure) >= 100 or figure == int(figure) else f"{figure:.1f}" if abs(figure) >= 10 else f"{figure:.2f}" if abs(figure) >= 0.1 else f"{figure:.3f}"


def limit(what: str, seen: float, unit: str, most: float) -> Promise:
    """Return a promise that is a figure by itself."""
    return Promise(what, seen, unit, "", most, 1)


def beside(what: str, ours: Sequence[float], unit: str, whose: str, theirs: Sequence[float], most: float | None) -> Promise:
    """Return a promise of figures that were taken in turns: each of ours is held against theirs of the same turn, as far as both go."""
    ratios = [own / other for own, other in zip(ours, theirs, strict=False)]
    return Promise(what, median(ours), unit, whose, median(theirs), most, median(ratios))


def absent(what: str, whose: str, why: str) -> Promise:
    """Return the row of a peer that could not be had."""
    return Promise(what, 0, "", whose, 0, None, absent=why)


def draw(promises: Sequence[Promise]) -> str:
    """Return the table."""
    rows = [HEAD, *(promise.cells() for promise in promises)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD) - 1)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, [*widths, 0], strict=True)).rstrip() for row in rows]
    broken = sum(promise.verdict == "NOT KEPT" for promise in promises)
    told = sum(promise.verdict in ("kept", "NOT KEPT") for promise in promises)
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:], "", f"{told - broken} of {told} promises kept."])


def parser(description: str | None) -> argparse.ArgumentParser:
    """Return a parser with what every part of the bench understands."""
    options = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    options.add_argument("--rows", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--peers", type=Path, help="a folder where others' tools are installed, kept between runs")
    return options


def tell(promises: Sequence[Promise], given: argparse.Namespace) -> None:
    """End a part: hand its rows over, or print them."""
    if given.rows:
        given.rows.write_text(json.dumps(promises), "utf-8")
    else:
        print(f"\n{draw(promises)}")


def read(rows: Path) -> list[Promise]:
    """Return the rows that a part has handed over."""
    return [Promise(*row) for row in json.loads(rows.read_text("utf-8"))]
