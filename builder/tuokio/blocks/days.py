"""A number of days as authors write it."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

DAY = r"d|days?|pv|päivä[nä]?|päivää|dag(ar)?|dygn"
WEEK = r"weeks?|vk|viikko|viikon|viikkoa|veck(a|or)"


def _count(value: Any) -> Any:
    """Read `7`, `7 days`, `1 viikko` and `2 veckor`."""
    if not isinstance(value, str):
        return value
    parts = re.fullmatch(rf"(\d+)\s*(?:(?P<day>{DAY})|(?P<week>{WEEK}))?", value.strip().lower())
    if not parts:
        raise PydanticCustomError("not-days", "`{text}` is not a number of days.", {"text": value, "cure": "Write after how many days it is asked again: `7 days`. Or leave the key out."})
    return int(parts[1]) * (7 if parts["week"] else 1)


Days = Annotated[int, BeforeValidator(_count)]
"""A number of days, written `7`, `7 days`, `1 viikko` or `2 veckor`."""
