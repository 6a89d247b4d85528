"""A log of what went well, with a card to share it and a card to thank a colleague."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from tuokio import words
from tuokio.blocks.block import Block, Fault
from tuokio.course import ANSWERING
from tuokio.fields import Author, Flag, Prose
from tuokio.finding import Severity
from tuokio.prose import READING

LONG = 240
"""Signs beyond which an example is no longer read as one of many small successes."""


class Success(Author):
    """Something that went well, and why."""

    what: Prose
    """What was done, and what came of it: `A customer left angry at the queue came back smiling.`"""
    because: Prose = ""
    """What made it work, so that it can be done again: `I said first how long it would take.`"""


def _refuse_text(value: Any) -> Any:
    lone = value if isinstance(value, str) else next((one for one in value if isinstance(one, str)), None) if isinstance(value, list) else None
    if lone is not None:
        raise PydanticCustomError("wrong-shape", "An example is written as two lines: what went well, and why.", {"cure": f"Write `- what: {' '.join(lone.split())[:60]}` and below it `because: …`."})
    return value


class Successes(Block):
    """A log of one's own successes, kept on the learner's device alone.

    Whoever writes says what went well and **because** of what: without its reason nobody learns from a success,
    so it is asked for. Whom it helped and who was there may be added. Everything can be changed, and deleted for good.

    From an entry a learner makes a **card to share**. Its every word can be changed before it is copied, printed or
    put into a mail draft; nothing is sent by itself, and no colleague is named on it before a tick says that they agree. A
    **thank-you card** says to whom, for what and why. There are no points, ranks or streaks, and no export reads any of it.

    Ask for small things and often: `What went well on your last shift?` brings more than `Your greatest success`.
    Write `examples` that your people could have written, ordinary ones, of work that is easily overlooked. A good place
    is the end of a module or a page of its own that a team comes back to each week; writing it twice in one course makes two logs.

    On paper it is a sheet with three rows, and two thank-you cards to cut out.
    """

    fence: ClassVar[str] = "successes"
    index: ClassVar[str] = "own"

    prompt: Prose = ""
    """What is asked; left out, what went well at work lately."""
    examples: Annotated[list[Success], BeforeValidator(_refuse_text)] = Field(default=[], max_length=4, exclude=True)
    """Up to four, each with `what` and `because`."""
    thank: Flag = True
    """`false` leaves the thank-you card out."""

    @property
    def minutes(self) -> float:
        return sum(len(example.what) + len(example.because) for example in self.examples) / READING + 2 * ANSWERING

    def headline(self) -> str:
        return words.phrases(self.language, "blocks/successes").say("successes-mine")

    def suggest_id(self) -> str:
        return self.prompt or self.kind()

    def faults(self) -> Iterator[Fault]:
        seen: dict[str, int] = {}
        for number, example in enumerate(self.examples):
            plain = " ".join(example.what.casefold().split()).strip(" .!")
            if not plain:
                yield Fault("empty-example", "This example does not say what went well.", "Write it, or remove the example.", ("examples", number, "what"))
            elif plain in seen:
                yield Fault("identical-examples", f"Examples {seen[plain] + 1} and {number + 1} are the same.", "Remove one of them, or tell of something else.", ("examples", number, "what"), Severity.WARNING)
            seen.setdefault(plain, number)
            if not example.because.strip():
                yield Fault("success-without-because", "This example does not say why it went well, and learners are asked to.", "Add `because:` with what made it work, so that others can do it too.", ("examples", number, "because") if "because" in example.model_fields_set else ("examples", number, "what"))
            if len(example.what) + len(example.because) > LONG:
                yield Fault("long-example", f"This example has {len(example.what) + len(example.because)} characters, and whoever reads it thinks that theirs must be as long.", f"Say it in {LONG} at most.", ("examples", number, "what"), Severity.HINT)


Kind = Successes
