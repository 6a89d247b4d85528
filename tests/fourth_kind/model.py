"""A question answered by a whole number: made up by a test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from tuokio.blocks.block import Fault
from tuokio.blocks.question import Question
from tuokio.fields import Count


class HowMany(Question):
    """Write `how_many` and the right number."""

    key: ClassVar[str] = "how_many"
    shape: ClassVar[str] = "`how_many`"

    how_many: Count

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        if self.how_many < 0:
            yield Fault("less-than-nothing", "There cannot be fewer than none.", "Write 0 or more.", ("how_many",))


Kind = HowMany
