"""A question answered in one's own words and judged by oneself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from tuokio.blocks.block import Fault
from tuokio.blocks.question import Question
from tuokio.fields import Flag, Number, Prose, Texts


class Open(Question):
    """The learner answers in their own words, compares with yours and judges for themselves.

    Write `model_answer`: what a good colleague would say. It is shown when the learner has written
    something. Then they choose whether all that matters is there in their own answer, part of it, or
    not yet. `criteria` is a list of what to look for; the learner ticks it off beside the model answer.

    Use it where saying it is the skill: how you explain a rule, how you word an apology. No machine
    fails anybody's own words, and nobody but the learner reads them: they stay on the device.

    **Score:** 1 for all, 0.5 for part, 0 for not yet, as the learner judges. But it weighs nothing:
    `points` is 0 unless you write another number, because people judge honestly only where nothing is
    to be gained. For the same reason an exam leaves these questions out. Ticked criteria are reminders
    and do not change the score.
    """

    key: ClassVar[str] = "model_answer"
    shape: ClassVar[str] = "`model_answer`"
    gradable: ClassVar[bool] = False

    model_answer: Prose
    """A good answer, in the words one would really say. Markdown."""
    criteria: Texts = []
    """What to look for in one's own answer, shown with the model answer. One text or a list."""
    points: Number = Field(default=0, ge=0, le=1000)
    """What the question weighs in the course's score. Left out: nothing."""
    shuffle: Flag = False

    def inherit(self, *, confidence: bool | None) -> None:
        """One judges one's own answer, so how sure one is of it is asked only where its author says so."""

    def untold(self) -> Iterator[Fault]:
        """Yield nothing: the model answer tells."""
        return iter(())

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        if not self.model_answer.strip():
            yield Fault("no-model-answer", "There is nothing to compare one's own answer with.", "Write what a good colleague would say.", ("model_answer",))
        seen: dict[str, int] = {}
        for number, text in enumerate(self.criteria):
            plain = text.casefold().strip(" .!?")
            if not plain:
                yield Fault("empty-criterion", "This says nothing to look for.", "Write it, or remove the line.", ("criteria", number))
            elif plain in seen:
                yield Fault("identical-criteria", f"Lines {seen[plain] + 1} and {number + 1} say the same.", "Change one of them, or remove it.", ("criteria", number))
            seen.setdefault(plain, number)


Kind = Open
