"""A question answered on a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from tuokio.blocks.block import Fault
from tuokio.blocks.parts import clashes, letter_parts
from tuokio.blocks.question import Question
from tuokio.fields import Author, Flag, OptionId, Prose, describe, written
from tuokio.finding import Severity

ROOM = 18
"""Per cent of the picture that two numbers need between them: a thumb's 44 pixels on a phone of 320."""


def _place(value: Any) -> Any:
    """Read four numbers, with or without a `%`."""
    written = [str(part).strip().removesuffix("%").strip().replace(",", ".") for part in value] if isinstance(value, list) else []
    numbers = [float(part) for part in written if re.fullmatch(r"-?[0-9]{1,4}(\.[0-9]*)?", part)]
    if len(numbers) != 4 or len(written) != 4:
        cure = 'Write them like this: `at: [10, 20, 30, 15]`. A comma in a number needs quotes: `"12,5"`.'
        raise PydanticCustomError("unusable-place", "A place is four numbers: left, top, width and height, in per cent of the picture.", {"cure": cure})
    return numbers


Area = Annotated[list[float], BeforeValidator(_place, json_schema_input_type=Annotated[list[float | written(r"^\s*-?[0-9]+([.,][0-9]*)?\s*%?\s*$", "Write a number of per cent.")], Field(min_length=4, max_length=4)])]


class Region(Author):
    """One region of the picture, and its row in the list."""

    id: OptionId = ""
    """Left out: a, b, c … in your order."""
    text: Prose = ""
    """What is there, in words that do not tell whether it is right."""
    at: Area
    """Where it is, in per cent of the picture: left, top, width, height. `[0, 0, 50, 100]` is the left half."""
    correct: Flag = False
    """`true` if choosing it is right."""
    feedback: Prose = ""
    """Said to the one who chose it: what was right in the choice, why, and what now."""
    unchosen: Prose = ""
    """Said in the end to the one who left it."""

    def covers(self, other: Region) -> bool:
        """Say whether nothing of the other region is outside this one."""
        (left, top, width, height), (x, y, w, h) = self.at, other.at
        return left <= x and top <= y and x + w <= left + width and y + h <= top + height


class Hotspot(Question):
    """One or more regions of a picture are right.

    Write `image`, `alt` with what the picture shows, and `regions`. Each region has a `text` and stands
    `at: [left, top, width, height]`, in per cent of the picture, so that it stays in place on every
    screen. Mark each right one with `correct: true`.

    Tuokio numbers the regions as one reads the picture, from the top left, and puts the numbers on it.
    Under the picture is a list of the same regions. Learners press a number or choose from the list,
    and each shows in the other. So nobody needs to see the picture or to aim well. On paper there are
    the same numbers and the same list.

    **Score:** with one right region, 1 for it and 0 for any other. With several, rightly chosen minus
    wrongly chosen, divided by the number of right ones, never below 0: choosing everything does not pay.
    The best attempt counts, and trying again keeps what was right.
    """

    key: ClassVar[str] = "regions"
    shape: ClassVar[str] = "`regions` of an `image`, at least one of them `correct: true`"

    regions: list[Region] = Field(min_length=2, max_length=26)
    """What one can choose on the picture. Leave room for a thumb between them."""
    shuffle: Flag = False
    """The numbers follow the picture, so regions are never shuffled."""

    @model_validator(mode="after")
    def _letter_regions(self) -> Hotspot:
        letter_parts(self.regions)
        return self

    @property
    def picture(self) -> str:
        """Nothing above the question: its picture stands with the numbers."""
        return ""

    @property
    def map(self) -> str:
        """The picture that gets the numbers, as Markdown."""
        return super().picture

    def choices(self) -> dict[str, str]:
        return {region.id: region.text for region in self.regions}

    @property
    def correct(self) -> list[Region]:
        """The regions marked correct."""
        return [region for region in self.regions if region.correct]

    @property
    def partial(self) -> bool:
        """Only with several right regions can an answer be partly right."""
        return len(self.correct) > 1

    @property
    def numbered(self) -> list[Region]:
        """The regions as one reads the picture: row by row from the top, each from the left. The author's order tells nothing."""
        rows: list[list[Region]] = []
        for region in sorted(self.regions, key=lambda region: region.at[1] + region.at[3] / 2):
            middle = region.at[1] + region.at[3] / 2
            if rows and middle < rows[-1][0].at[1] + rows[-1][0].at[3]:
                rows[-1].append(region)
            else:
                rows.append([region])
        return [region for row in rows for region in sorted(row, key=lambda region: region.at[0])]

    def untold(self) -> Iterator[Fault]:
        for number, region in enumerate(self.regions):
            if not region.feedback and not self.verdicts.correct and not self.verdicts.wrong and not self.ranges:
                cure = "Add `feedback:` that says why. An explanation teaches; right or wrong alone hardly does."
                yield Fault("option-without-feedback", "Whoever chooses this is told nothing.", cure, ("regions", number), Severity.WARNING)

    def faults(self) -> Iterator[Fault]:
        yield from (fault for fault in super().faults() if fault.id != "alt-without-image")
        if not self.image.strip():
            yield Fault("no-picture", "There is no picture to choose on.", "Add `image:` with the name of a picture, such as `media/till.webp`.")
        elif not describe(self.alt).strip():
            yield Fault("picture-without-words", "Whoever cannot see this picture does not know what the question is about.", "Add `alt:` with what the picture shows.", ("image",))
        yield from clashes(self.regions, "regions", "region")
        if not self.correct:
            yield Fault("no-correct-region", "None of the regions is marked correct.", "Add `correct: true` under the right one.", ("regions",))
        elif len(self.correct) == len(self.regions):
            yield Fault("all-regions-correct", "Every region is correct, so there is nothing to choose.", "Add a plausible mistake as a region.", ("regions",))
        yield from self._misplaced()

    def _misplaced(self) -> Iterator[Fault]:
        for number, region in enumerate(self.regions):
            at, (left, top, width, height) = ("regions", number, "at"), region.at
            if width <= 0 or height <= 0:
                yield Fault("empty-area", "This region has no area, so nobody can press it.", "The last two numbers are its width and height. Write both above 0.", at)
            elif left < 0 or top < 0 or left + width > 100 or top + height > 100:
                yield Fault("region-outside", "This region reaches outside the picture.", "Count in per cent of the picture, not in pixels: left and width together are at most 100, and so are top and height.", at)
            else:
                yield from self._in_the_way(number, region)

    def _in_the_way(self, number: int, region: Region) -> Iterator[Fault]:
        """Yield what another region does to this one."""
        for other, one in enumerate(self.regions):
            if one.correct != region.correct and one.covers(region) and not (region.covers(one) and other > number):
                yield Fault("covered-region", f"Region {other + 1} covers all of this one, and one of them is right and the other wrong.", "Move one of them, or make it smaller.", ("regions", number, "at"), Severity.WARNING)
            elif other < number and max(abs(one.at[0] - region.at[0]), abs(one.at[1] - region.at[1])) < ROOM:
                yield Fault("crowded-regions", f"On a phone this number and that of region {other + 1} are too close for a thumb.", f"Let their left or top edges be {ROOM} or more apart, or make one region of the two.", ("regions", number, "at"), Severity.HINT)


Kind = Hotspot
