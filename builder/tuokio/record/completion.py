"""What leaves a device when a learner hands over that they are done: the least that says it, and never how they did.

Never in it: answers, percentages, clock times, confidence, what was written of one's own, the device (`record.md`; Act 759/2004 § 3).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
"""A day of the learner's own calendar, ISO 8601."""
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
"""Of the course's content as it was built."""


class Parcelled(BaseModel):
    """What every parcel that leaves the learner's hands says of the course."""

    model_config = ConfigDict(extra="forbid", defer_build=True)

    course: Id
    """The course's id."""
    version: Annotated[int, Field(ge=0)]
    """The published version it was made in; 0 where the course was never published."""
    content: Hash


class Completion(Parcelled):
    """That a learner has completed the course, or how far they are. Reported by themself, on their device."""

    title: Annotated[str, Field(max_length=200)]
    """The course's title as the learner read it."""
    name: Annotated[str, Field(min_length=1, max_length=80)]
    """Who, as typed when it was handed over."""
    role: Id | None = None
    """The learner's role, where the course has roles."""
    met: bool
    """Whether the criterion is met, in this version."""
    on: Day | None = None
    """The day it was met."""
    until: Day | None = None
    """The last day on which all that is passed holds, where some of it holds for some months only. Left out: until the course changes."""
    mastery: Annotated[float, Field(ge=0, le=1)] | None = None
    """The criterion: the share of points that the course asks for. Not what the learner reached."""
    asked: Annotated[int, Field(ge=0)]
    """The criterion: how many modules the learner's role is meant to take."""
    passed: dict[Day, list[Id]]
    """Modules that are passed and valid in this version, by the day they were finished."""
    again: list[Id] = []
    """Modules that were passed and are to be taken again: something in them has changed, or too long has gone by."""
    rest: Day | None = None
    """Where naming all would make the code too long: every module that is asked for and named in none of `passed`, `again` and `open` is
    passed too, the last of them on this day. Modules that hold for some months only are always named."""
    open: list[Id] = []
    """Beside `rest`: modules that are asked for and not passed yet."""
    made: Day
    """The day this was made."""
    reported: Literal["self"] = "self"
    """By the learner, on their own device: nobody has watched."""
    tool: Annotated[str, Field(max_length=40)]
    """What made it: `tuokio 0.8`."""


class Statistics(Parcelled):
    """How questions fared, of nobody in particular: made only where the course asks for it and the learner ticks it. Shown for ten learners or more."""

    sheet: Annotated[str, Field(pattern=r"^[a-z0-9]{8,16}$")]
    """A random name, so that what is sent twice counts once. It stands in no completion."""
    items: dict[str, Fared]
    """By the question's id."""


class Fared(BaseModel):
    """How a question fared the first time it was answered."""

    model_config = ConfigDict(extra="forbid", defer_build=True)

    rev: str
    """Its content revision then."""
    score: Annotated[float, Field(ge=0, le=1)]
    options: list[str] = []
    """Ids of the options chosen, where it has options; never what was typed."""


FROM_BROWSER = {"completion": Completion, "statistics": Statistics}
"""The parcels that a manager can be handed, by their kinds."""
