"""How the minutes of a session are spent."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from tuokio.fields import Author, Count, Prose

PARTS = {"debrief-plan-1": 3, "debrief-plan-2": 8, "debrief-plan-3": 5, "debrief-plan-4": 3, "debrief-plan-5": 1}
"""A session where the author plans none: phrases, and how much of the time each part takes."""


class Part(Author):
    """A part of the session: its minutes, and what is done in them. Written `[3, Welcome and ground rules]`."""

    shorthand: ClassVar[Any] = str | Annotated[list[str], Field(min_length=2)]

    minutes: Count = Field(ge=1)
    """How many minutes it takes."""
    text: Prose
    """What is done in them."""

    @model_validator(mode="before")
    @classmethod
    def _read_pair(cls, data: Any) -> Any:
        if isinstance(data, list) and len(data) > 2:
            data = [data[0], ", ".join(map(str, data[1:]))]  # a comma in the text has cut it
        if isinstance(data, list) and len(data) == 2 and any(map(str.isdigit, str(data[0]))):
            return {"minutes": data[0], "text": data[1]}
        if isinstance(data, str) and (match := re.fullmatch(r"\s*(\d+)\s*(?:min\w*)?[\s.:–—-]+(.+)", data, re.S)):
            return {"minutes": match[1], "text": match[2]}
        if isinstance(data, dict) and data.keys() & cls.model_fields.keys():
            return data
        told = ": ".join(map(str, next(iter(data.items())))) if isinstance(data, dict) and len(data) == 1 else str(data)
        minutes = re.search(r"\b(\d+)\s*(?:min\w*\b\.?)?", told)
        text = re.sub(r"\s+", " ", told.replace(minutes[0], " ")).strip(" .,:–—-()") if minutes else ""
        raise PydanticCustomError("wrong-shape", "This does not say how many minutes what takes.", {"cure": f"Write the minutes and what is done in them: `- [{minutes[1] if minutes and text else 3}, {text or 'Welcome and ground rules'}]`."})


def refuse_keys(value: Any) -> Any:
    """Refuse a plan written as keys, where two parts of the same length would be one."""
    if isinstance(value, dict) and value:
        first, text = next(iter(value.items()))
        raise PydanticCustomError("wrong-shape", "{message}", {"message": "A plan is a list.", "cure": f"Write each part after a hyphen: `- [{first}, {text}]`."})
    return value


Plan = BeforeValidator(refuse_keys)


def share_out(minutes: int) -> list[tuple[int, str]]:
    """Divide a session's minutes among its usual parts, at least one to each; what is left over goes where most is missing."""
    whole = sum(PARTS.values())
    exact = {phrase: minutes * weight / whole for phrase, weight in PARTS.items()}
    given = {phrase: max(1, int(share)) for phrase, share in exact.items()}
    while (short := minutes - sum(given.values())) != 0:
        step = 1 if short > 0 else -1
        phrase = max((one for one in given if given[one] + step), key=lambda one: (exact[one] - given[one]) * step)  # noqa: B023 – chosen at once
        given[phrase] += step
    return [(given[phrase], phrase) for phrase in PARTS]
