"""A question answered with a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import Field, field_serializer

from tuokio.blocks.block import Fault
from tuokio.blocks.question import Question
from tuokio.blocks.typed import Figure, Tolerance, find_values, is_close, measure, read_number
from tuokio.fields import Flag, Phrases
from tuokio.finding import Severity
from tuokio.words import write_number

class NumberQuestion(Question):
    """The answer is a number, typed.

    Write `number` with the right one, and `unit` if it is measured in something. Learners type as
    they are used to: `2,5`, `2.5`, `2 ½`, `5/2`, `1 000`, with the unit or without. What is not a
    number, or has another unit, is never graded: the learner is asked again. Where `1,000` may
    mean one or a thousand, it is read as the right one of the two.

    `tolerance` is how far off still counts as right: `0,1`, or `5%` of the right number. `wrong`
    are numbers you know people arrive at, and what you say to the one who does:
    `wrong: {"25": "Decilitres, not centilitres."}`.

    **Score:** 1 or 0. Within the tolerance is right, and the exact number is shown beside it.
    """

    partial: ClassVar[bool] = False
    key: ClassVar[str] = "number"
    shape: ClassVar[str] = "`number`"
    wordless: ClassVar[frozenset[str]] = Question.wordless | {"tolerance"}
    spoken: ClassVar[frozenset[str]] = frozenset({"unit", "wrong"})

    number: Figure
    """The right number: `2,5`, `1000`, `"1/2"`."""
    tolerance: Tolerance = "0"
    """How far off an answer may be: `0,1`, or `5%`."""
    unit: Phrases = []
    """What it is measured in, shown after the field. Several, if people may type it in several ways, `[dl, desilitraa]`: the first is shown. For `€` and `%` the words are known."""
    wrong: dict[str, str] = {}
    """Numbers people arrive at by a known mistake, and what you say to them: why it came about, and what now."""
    shuffle: Flag = Field(default=False, exclude=True)

    @field_serializer("tolerance")
    def _measure(self, tolerance: str) -> float:
        return measure(tolerance, self.number)

    @field_serializer("wrong")
    def _leave_out_feedback(self, wrong: dict[str, str]) -> list[str]:
        return list(wrong)

    def write(self, number: float) -> str:
        """Return a number with the unit, as the language of the question writes it."""
        return " ".join([write_number(number, self.language), *self.unit[:1]])

    @property
    def reach(self) -> str:
        """The tolerance as the language writes it, or nothing."""
        reach = measure(self.tolerance, self.number)
        return write_number(reach, self.language) if reach else ""

    @property
    def foreseen(self) -> list[tuple[str, float]]:
        """The wrong numbers, as written and as read."""
        return [(written, reading.values[0]) for written in self.wrong if (reading := read_number(written))]

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        yield from self._misread()

    def _misread(self) -> Iterator[Fault]:
        """Yield foreseen numbers that are none, that are right, or that are there twice."""
        seen: list[tuple[float, str]] = []
        for written in self.wrong:
            at = ("wrong", written)
            reading = read_number(written)
            yield from find_values([written], at, key=True)
            if reading is None or reading.unit or len(reading.values) > 1:
                cure = f"Write it in digits, without thousands separators and without the unit: `{reading.values[-1]:g}`." if reading else "Write it in digits: `25` or `2,5`."
                yield Fault("not-a-number", f"`{written}` is not one number.", cure, at, key=True)
                continue
            value = reading.values[0]
            if is_close(value, self.number, measure(self.tolerance, self.number)):
                yield Fault("wrong-is-right", f"`{written}` is accepted as right, so this is never said.", "Remove it, or make `tolerance` smaller.", at, key=True)
            if twin := next((other for known, other in seen if is_close(known, value)), ""):
                yield Fault("identical-answers", f"`{twin}` and `{written}` are the same number.", "Keep one of them.", at, key=True)
            seen.append((value, written))

    def mistranslations(self, source: Any, borrowed: frozenset[str]) -> Iterator[Fault]:
        yield from self._misread()
        left = [written for written, value in source.foreseen if not any(is_close(value, own) for _, own in self.foreseen)]
        if left:
            yield Fault("untranslated", f"Nothing is said here to someone who answers {' or '.join(f'`{one}`' for one in left)}.", "Add it under `wrong`, as the source has it.", ("wrong",), Severity.HINT)


Kind = NumberQuestion
