"""What is in a copy of a learner's record: the contract of `TUOKIO-BACKUP` parcels, checked in the browser by `valid.js`.

A copy is the learner's own and holds everything, what they wrote included. It goes to no employer: `completion.py` is what does.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from tuokio.record.event import Event, Moment


class Backup(BaseModel):
    """A copy of one learner's record in one course."""

    model_config = ConfigDict(extra="forbid")

    course: Annotated[str, Field(max_length=200)]
    """The course's id."""
    title: Annotated[str, Field(max_length=2000)]
    """What it is called, so that a copy put into another course can be told by name."""
    made: Moment
    events: Annotated[list[Event], Field(max_length=1_000_000)]
    damaged: list[Any] = []
    """Records that could not be read as events, as far as they could be written down: nothing is thrown away."""
