"""A number of days as authors write it."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from tuokio.fields import written

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


Days = Annotated[int, BeforeValidator(_count, json_schema_input_type=int | written(r"^\s*[0-9]+\s*\w*\s*$", "Write a number of days: 7 days, 2 weeks."))]
"""A number of days, written `7`, `7 days`, `1 viikko` or `2 veckor`."""
