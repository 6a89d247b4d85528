"""The events a learner record is made of: the contract between Python and the browser.

`event.d.ts` beside this file is generated from these models (`make types`), and a test fails
when the two differ. Everything that is ever shown about a learner is a fold over these events.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, create_model


LATEST = 1_000_000_000
"""No record gets that far: whoever asks for more wants numbers to run out."""
MOMENT = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,3})?Z$"
Moment = Annotated[str, Field(pattern=MOMENT, json_schema_extra={"format": "date-time"})]
"""The clock of the device, ISO 8601 in UTC, and a day that there is."""
Count = Annotated[int, Field(ge=1, le=1_000_000)]
Weight = Annotated[float, Field(ge=0, le=1_000_000)]


class Common(BaseModel):
    """What every event says."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9]{1,16}-[0-9]{1,9}$")]
    """The writer, random at each page load, and its own count: unique everywhere."""
    n: Annotated[int, Field(ge=1, le=LATEST)]
    """A Lamport number, one more than the greatest seen. Events are ordered by (n, id)."""
    at: Moment
    """Advisory: never trusted for order."""
    tz: Annotated[int, Field(ge=-1440, le=1440)]
    """Minutes that the device's clock was ahead of UTC."""


class Opened(Common):
    """A step was shown. `of` is `module/step`."""

    kind: Literal["opened"]
    of: str


Version = Count
"""A published version of the course (`course.lock`)."""


class Finished(Common):
    """A step (`module/step`) or a whole module (`module`) was finished."""

    kind: Literal["finished"]
    of: str
    version: Version | None = None
    """The version of the course it was finished in. Left out where the course was never published."""


class Reopened(Common):
    """A module that had been finished is taken again from its beginning, since its time is up; or an exam that was passed is, since it has changed. What is remembered for review stays."""

    kind: Literal["reopened"]
    of: str
    """The module, or the step that is the exam: `module/exam`."""
    items: list[str]
    """Ids of its questions, draws and exam, which are asked anew."""


class Completed(Common):
    """The course's criterion was met, for the first time in this version or again since."""

    kind: Literal["completed"]
    of: str
    """The course's id."""
    version: Version | None = None
    """Left out where the course was never published."""


class Copied(Common):
    """The record was saved outside this browser, so that nobody need be reminded for a while."""

    kind: Literal["copied"]
    of: Literal["file", "text"]


class OfItem(Common):
    """What every event of an item says."""

    of: str
    """The item's id."""
    rev: str
    """The content revision of the item as it was then."""
    round: Annotated[str, Field(pattern=r"^[a-z0-9-]+#[0-9]+$")] | None = None
    """The draw or exam it was asked in and which time, `loppukoe#2`. Left out where the item stands in a step."""


Sureness = Annotated[int, Field(ge=0, le=2)]
"""How sure the learner was: 0 unsure, 1 fairly, 2 sure. Stays on the device: no export reads it."""


class Drafted(OfItem):
    """An answer was changed but not sent yet."""

    kind: Literal["drafted"]
    response: list[str]
    sure: Sureness | None = None


class Answered(OfItem):
    """An answer was sent and graded. The score stands: later rules do not regrade the past."""

    kind: Literal["answered"]
    response: list[str]
    """Option ids, `part.option` pairs, or what was typed."""
    sure: Sureness | None = None
    score: Annotated[float, Field(ge=0, le=1)]
    points: Weight
    """What the item weighed."""
    attempt: Count


class Hinted(OfItem):
    """A hint was asked for."""

    kind: Literal["hinted"]
    hint: Annotated[int, Field(ge=0, le=1000)]
    """Which hint, from 1; 0 when the answer itself was asked to be shown."""


class Played(OfItem):
    """Something was played that is neither right nor wrong: a card of the pair game was dealt."""

    kind: Literal["played"]
    response: list[str]
    """What came up, by its ids."""


class Wrote(Common):
    """The learner wrote something of their own: a reflection, a rating of themself, a plan. It stays on the device: no export reads it."""

    kind: Literal["wrote"]
    of: str
    """The block it was written in."""
    rev: str
    """The content revision of the block as it was then."""
    entry: Annotated[str, Field(pattern=r"^([a-z0-9]{1,16}-[0-9]{1,9}|[a-z0-9-]{1,64})?$")]
    """What it is a new wording of. Empty, it is an entry of its own, named by the event's id. The newest wording holds, and earlier ones are deleted."""
    since: Moment | None = None
    """When the entry was first written. Left out: now."""
    fields: Annotated[dict[Annotated[str, Field(pattern=r"^[^_]")], str], Field(json_schema_extra={"additionalProperties": False})]
    """What was written, by the block's own names."""


class Erased(Common):
    """An entry of the learner's own was deleted for good: what `wrote` it is removed wherever this arrives, and never comes back by joining."""

    kind: Literal["erased"]
    of: str
    """The block it was written in."""
    entry: str


class Drawn(Common):
    """Questions were drawn from banks, for a draw in a step or for an exam, and are asked until all are answered or sent."""

    kind: Literal["drawn"]
    of: str
    """The draw's id, or the exam's module."""
    attempt: Count
    """Of two devices that drew at once, the first in order holds."""
    items: list[str]
    """Ids, in the order asked."""
    points: Weight
    """What all of them weigh together in the course's score."""


class ExamTimed(Common):
    """The learner chose how much time an attempt at an exam has, counted from its beginning. The newest holds."""

    kind: Literal["exam-timed"]
    of: str
    """The exam's module."""
    attempt: Count
    minutes: Weight
    """0: no limit."""


class ExamFinished(Common):
    """An exam was sent. The result stands."""

    kind: Literal["exam-finished"]
    of: str
    """The exam's module."""
    attempt: Count
    score: Annotated[float, Field(ge=0, le=1)]
    passed: bool


class Preferred(Common):
    """The learner chose how the course is shown to them. `of` names what was chosen, the newest holds."""

    kind: Literal["preferred"]
    of: Literal["language", "role", "name"]
    value: str
    """A language of the course, such as `sv`; a role of the course, by its id; the name on the certificate."""


def _bare(event: type[Common], **other: Any) -> Any:
    """Return what an event says, without who said it and how sure they were; of when it was perhaps the day."""
    said: Any = {name: (field.annotation, field) for name, field in event.model_fields.items() if name not in (*Common.model_fields, "sure")}
    return create_model(f"Carried{event.__name__}", __config__=ConfigDict(extra="forbid"), **{"at": (Moment | None, None), **said, **other})


CARRIED = (*(_bare(event) for event in (Finished, Completed, Drafted, Answered, Hinted, Drawn, ExamFinished)), _bare(Preferred, of=(Literal["language", "role"], ...)))
"""What can be carried, each as the event says it. An answer's `score` is the best one then and its `attempt` how many there had been; its `response` is empty where it was not carried."""


class Place(BaseModel):
    """Where the learner was."""

    model_config = ConfigDict(extra="forbid")

    step: str
    """`module/step`."""
    item: str | None = None


class Carried(Common):
    """
    What a learning platform had of this learner, from another device or another package of the course. The better wins: where the record
    says as much or more, it changes nothing. Nothing in it is in the learner's own words.
    """

    kind: Literal["carried"]
    of: str
    """The course's id."""
    seed: Annotated[str, Field(pattern=r"^[a-z0-9]{1,16}$")] | None = None
    """What option orders are drawn from, if nothing was done here before."""
    place: Place | None = None
    results: Annotated[list[Annotated[reduce(or_, CARRIED), Field(discriminator="kind")]], Field(max_length=100_000)]


class Event(RootModel[Annotated[Opened | Finished | Reopened | Completed | Copied | Drafted | Answered | Hinted | Played | Wrote | Erased | Drawn | ExamTimed | ExamFinished | Preferred | Carried, Field(discriminator="kind")]]):
    """One event of a learner record. To tell of all there are takes more than 300 lines."""
