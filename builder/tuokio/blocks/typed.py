"""What is typed, read as people mean it: the same reading that typed.ts does in the browser.

An author's own figures and words are held against each other with it. Both sides are tested
with the one table in typed.cases.json.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any
from unicodedata import normalize

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from tuokio.blocks.block import Fault
from tuokio.fields import written
from tuokio.finding import Severity

UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
DASHES = re.compile("[\u2010-\u2015\u2212]")
APOSTROPHES = re.compile("[\u2018-\u201b\u2032\u00b4`]")
QUOTES = re.compile("[\u201c-\u201f\u2033\u00ab\u00bb]")
FRACTIONS = re.compile("[\u00bc-\u00be\u2150-\u215e]")
EASTERN = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
FIGURE = re.compile(r"([^\d.,+\-\s]*)\s*([+-]?)\s*(?:(?:(\d+)\s+)?(\d+)\s*/\s*(\d+)|(\d[\d .,']*|[.,]\d+))(.*)", re.A)
DECIMAL = re.compile(r"\d+|\d*[.,]\d+", re.A)
GROUPED = re.compile(r"[1-9]\d{0,2}([ '.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?", re.A)
LONGEST = 200


@dataclass(frozen=True)
class Reading:
    """A number as it can be read. `1,000` has two values: one to some, a thousand to others."""

    values: tuple[float, ...]
    unit: str
    """What stands beside it, folded."""


def fold(text: str) -> str:
    """Return a text as it is compared: case, width, kinds of dashes and quotation marks, and punctuation at its end make no difference."""
    text = DASHES.sub("-", APOSTROPHES.sub("'", QUOTES.sub('"', UNSEEN.sub("", text))))
    text = re.sub(r"\s+", " ", normalize("NFKC", text).upper().lower()).strip()
    return text.rstrip(" .,;:!?\"'").lstrip("\"'") or text


def read_number(text: str) -> Reading | None:
    """Read a number as people type it: `2,5`, `1 000`, `−3`, `½`, `2 1/2`, `€5`, `12,-`; None if it is not one."""
    if len(text) > LONGEST:
        return None
    text = FRACTIONS.sub(r" \g<0>", UNSEEN.sub("", text))
    text = EASTERN.sub(lambda match: str(ord(match[0]) & 15), text).replace("\u066b", ",").replace("\u066c", "'")
    text = normalize("NFKC", APOSTROPHES.sub("'", DASHES.sub("-", text))).replace("\u2044", "/").strip()
    match = FIGURE.fullmatch(text)
    if not match:
        return None
    before, sign, whole, over, under, figure, after = match.groups()
    if figure:
        values = _read_figure(figure.rstrip(" .,'"))
        if re.match(r"[.,]", figure[-1]) or after.startswith(":"):
            after = re.sub(r"^:?-", "", after)  # a price: 5,- or 5:-
    else:
        values = [int(whole or 0) + int(over) / int(under)] if int(under) else []
    unit = fold(f"{before} {after}")
    if not values or re.match(r"[\d+\-:/]", unit):
        return None
    return Reading(tuple(-value if sign == "-" else value for value in values), unit)


def _read_figure(figure: str) -> list[float]:
    values = [float(figure.replace(",", "."))] if DECIMAL.fullmatch(figure) else []
    if match := GROUPED.fullmatch(figure):
        grouped = float(figure.replace(match[1], "").replace(",", "."))
        values += [grouped] if grouped not in values else []
    return values


def is_close(one: float, other: float, tolerance: float = 0) -> bool:
    """Say whether two numbers are the same but for the tolerance and what a computer's arithmetic adds to it."""
    return abs(one - other) <= tolerance + 1e-9 * max(abs(one), abs(other))


def _read_one(text: str) -> float:
    """Return the number an author wrote, which must be one and nothing else."""
    reading = read_number(text)
    if "{{" in text:
        raise PydanticCustomError("value-in-answer", "Values work in texts, but not in what answers are compared with.", {"cure": "Write the number itself."})
    if not reading and (ends := re.fullmatch(r"\s*(\d+)\s*[-–—]\s*(\d+)\s*", text)):
        low, high = int(ends[1]), int(ends[2])
        raise PydanticCustomError("not-a-number", "`{text}` is not one number.", {"text": text, "cure": f"For a range write its middle and how far it reaches: `number: {(low + high) / 2:g}` and `tolerance: {abs(high - low) / 2:g}`."})
    if not reading:
        raise PydanticCustomError("not-a-number", "`{text}` is not a number.", {"text": text, "cure": 'Write it in digits: `2,5`, `1000` or `"1/2"`.'})
    if reading.unit:
        raise PydanticCustomError("not-a-number", "There is more than a number in `{text}`.", {"text": text, "cure": "Write what it is measured in under `unit:`."})
    if len(reading.values) > 1:
        raise PydanticCustomError("ambiguous-number", "`{text}` is a thousand to some and a small number to others.", {"text": text, "cure": f"Write `{reading.values[1]:.0f}` or `{reading.values[0]:g}`."})
    return reading.values[0]


def _figure(value: Any) -> Any:
    return _read_one(value) if isinstance(value, str) else value


def _tolerance(value: Any) -> Any:
    if isinstance(value, float):
        return repr(value)
    if not isinstance(value, str):
        return value
    reading = read_number(value.strip().removesuffix("%"))
    if reading and reading.unit:
        raise PydanticCustomError("not-a-number", "There is more than a number in `{text}`.", {"text": value, "cure": "Write the number alone, as in `tolerance: 0,1`: it is measured in what `number` is. Or a share of it: `5%`."})
    if _read_one(value.strip().removesuffix("%")) < 0:
        raise PydanticCustomError("out-of-range", "An answer cannot be off by less than 0.", {"cure": "Remove the minus."})
    return value


Figure = Annotated[float, BeforeValidator(_figure, json_schema_input_type=float | written(r"^[\s0-9.,'/½¼¾⅓⅔⅛+−–-]+$", "Write it in digits alone: 2,5 or 1000."))]
"""A number as people write it."""
Tolerance = Annotated[str, BeforeValidator(_tolerance, json_schema_input_type=Annotated[float, Field(ge=0)] | written(r"^[\s0-9.,'/½¼¾⅓⅔⅛+]+%?\s*$", "Write how far off an answer may be: 0,1 or 5%."))]
"""How far off an answer may be: `0,1`, or `5%` of the right one."""


def measure(tolerance: str, number: float) -> float:
    """Return how far from `number` a tolerance reaches."""
    share = tolerance.strip().endswith("%")
    reach = _read_one(tolerance.strip().removesuffix("%"))
    return abs(number) * reach / 100 if share else reach


def find_values(answers: Iterable[str], at: tuple[str | int, ...], *, key: bool = False) -> Iterator[Fault]:
    """Yield a fault if `{{ a value }}` stands in what answers are compared with."""
    if any("{{" in answer for answer in answers):
        yield Fault("value-in-answer", "Values work in texts, but not in what answers are compared with.", "Write the answer itself.", at, key=key)


def find_lenient(answers: Iterable[str], typos: int, at: tuple[str | int, ...]) -> Iterator[Fault]:
    """Yield a fault if so many typos are forgiven that nearly any other word would do for one of the answers."""
    for answer in answers:
        plain = fold(answer)
        if typos and 2 * typos >= len(plain) and not re.search(r"\d", plain):
            yield Fault("too-many-typos", f"With {typos} wrong letter{'s' if typos > 1 else ''} nearly anything would pass as `{answer}`.", f"Write `typos: {max(0, math.ceil(len(plain) / 2) - 1)}`, or leave `typos` out. Until then this answer must be spelled exactly.", at, Severity.HINT)
            return
