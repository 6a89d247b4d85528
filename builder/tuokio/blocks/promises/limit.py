"""A limit as people write it: `20 €`, `2,5 dl`, `true`, `false`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import Self

from tuokio.blocks.typed import fold, read_number
from tuokio.words import write_number

DIGIT = "\\d\u00bc-\u00be\u2150-\u215e"
SHAPE = re.compile(rf"(?P<before>[^{DIGIT}+−-]{{0,3}}?)(?P<figure>[{DIGIT}](?:[{DIGIT}\s.,'’/]*[{DIGIT}])?)(?P<gap>\s*)(?P<after>\D.*|)", re.S)
YES = {"yes", "kyllä", "ja", "joo", "saa", "x", "✓", "on", "ok"}
NO = {"no", "not", "ei", "nej", "off", "0", "-", "ei saa", "none"}
UNLIKE = "Write a number with its unit, such as `20 €`; `true` where there is no limit; `false` where nothing may be promised."


@dataclass(frozen=True)
class Unit:
    """What stands around a number, as its author wrote it."""

    before: str = ""
    after: str = ""
    gap: str = ""
    """What keeps them on one line: a space that does not break, if a space was written."""

    def fits(self, other: Unit, *, one: bool) -> bool:
        """Say whether it is the same unit; beside a 1 it may have another form, `day` and not `days`."""
        mine, theirs = (fold(f"{unit.before}{unit.after}") for unit in (self, other))
        return mine == theirs or one and mine[:1] == theirs[:1]


@dataclass(frozen=True)
class Limit:
    """How much a role may promise."""

    most: float
    """The highest that may be promised: 0 is nothing at all, infinity whatever it is."""
    unit: Unit = Unit()
    decimals: int = 0
    """How many its author wrote: `20,00 €` has two."""

    @property
    def is_number(self) -> bool:
        """Whether there is a limit that one can be on either side of."""
        return 0 < self.most < math.inf

    def allows(self, amount: float | None) -> bool:
        """Say whether an amount may be promised; None if anything at all."""
        return self.most >= amount - 1e-9 if amount else self.most > 0

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read what an author wrote; None if it is no limit."""
        text = text.strip()
        if text in ("true", "false"):
            return cls(math.inf if text == "true" else 0)
        match, reading = SHAPE.fullmatch(text), read_number(text)
        if not match or not reading or len(reading.values) > 1 or reading.values[0] <= 0:
            return None
        figure, value = match["figure"], reading.values[0]
        split = re.search(r"[.,](\d+)$", figure)
        decimals = len(split[1]) if split and int(re.sub(r"\D", "", figure)) != value else 0
        gap = "\u00a0" if match["gap"] or match["before"].endswith(" ") else ""
        return cls(value, Unit(match["before"].strip(), match["after"], gap), decimals)

    def of(self, amount: float) -> Self:
        """Return a limit of another amount, written in the same way."""
        return replace(self, most=amount)

    def write(self, language: str) -> str:
        """Return the number alone, as a language writes it."""
        return write_number(self.most, language, self.decimals)


def explain(text: str) -> tuple[str, str, str]:
    """Return what to say of a text that is no limit: finding id, message, cure."""
    plain, reading = text.strip().casefold().strip("."), read_number(text)
    if "{{" in text:
        return "value-in-limit", "Values work in texts, but not in limits, which are compared.", "Write the number itself."
    if plain in YES:
        return "not-a-limit", f"`{text}` is not a limit.", "Where there is no limit, write `true`."
    if plain.replace("–", "-").replace("—", "-") in NO or reading and reading.values == (0.0,):
        return "not-a-limit", f"`{text}` is not a limit.", "Where nothing may be promised, write `false`."
    if reading and len(reading.values) > 1:
        return "ambiguous-number", f"`{text}` is a thousand to some and a small number to others.", f"Write `{reading.values[1]:.0f}` or `{reading.values[0]:g}`, and the unit."
    if ends := re.fullmatch(r"[\d.,]+\s*[-–—]\s*(\d.*)", text.strip()):
        return "not-a-limit", f"`{text}` is a range, and a limit is where it ends.", f"Write its end: `{ends[1]}`."
    if more := re.fullmatch(r"[^\d+−-]{4,}?(\d.*)", text.strip()):
        return "not-a-limit", f"`{text}` has words before its number.", f"Write the number and its unit: `{more[1]}`. That it is the highest is said by itself."
    return "not-a-limit", f"`{text}` is not a limit.", UNLIKE
