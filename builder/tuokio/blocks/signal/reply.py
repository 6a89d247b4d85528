"""How soon an answer is promised: the days that a text in plain words tells."""

from __future__ import annotations

import re
from typing import NamedTuple

UNITS = (
    (r"arkip|työp|ark\.|working|business|week ?day|arbetsd|vard|bankd", 1, True),
    (r"viik|vk|week|veck|wk", 7, False),
    (r"tun|h\b|hour|tim", 1 / 24, False),
    (r"pä|pv|vrk|vuorok|day|dag|dygn|d\b", 1, False),
)
NUMBERS = {word: number for number, words in enumerate(("", "yksi yhde en ett one", "kaksi kahde två two", "kolme tre three", "neljä fyra four", "viisi viide fem five", "kuusi kuude sex six", "seitsemä sju seven")) for word in words.split()}
WITHIN = re.compile(rf"(?P<number>(?<!\d)\d+(?:[.,]\d+)?|\b(?:{'|'.join(NUMBERS)})(?:ssa|ssä|n)?\b)\s*(?P<unit>[^\W\d_][^\d]*)", re.I)
LONGEST = 366


class Promise(NamedTuple):
    """How soon it comes."""

    days: int
    """Within how many days after the one on which something is sent."""
    working: bool
    """Whether only Monday to Friday count."""


def read_promise(text: str) -> Promise | None:
    """Read `3 working days`, `2–3 arkipäivää`, `en vecka`; None where the words tell no number of days. Of two numbers the later holds."""
    for number, unit in ((match["number"], match["unit"].strip().casefold()) for match in reversed([*WITHIN.finditer(text)])):
        for pattern, size, working in UNITS:
            if re.match(pattern, unit):
                count = float(number.replace(",", ".")) if number[0].isdigit() else next(value for word, value in sorted(NUMBERS.items(), reverse=True) if number.casefold().startswith(word))
                days = -(-count * size // 1)
                return Promise(int(days), working) if 0 < days <= LONGEST else None
    return None
