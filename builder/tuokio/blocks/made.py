"""Questions that a block makes of what its author wrote: a rule's cases, the sides of a card."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import Field, PrivateAttr

from tuokio.blocks.block import Block
from tuokio.blocks.question import Options, Question
from tuokio.course import ANSWERING
from tuokio.fields import Count, Flag


class Made(Question):
    """A question that a block makes. Its `template` has its views, since those of its kind show the block.

    Its id is that of the block, perhaps of a part of it, and a name: `coffees.flat-white.suits`. All that share what
    stands before the last dot ask for the same piece of knowledge, so review asks one of them at a time.
    """

    _maker: Maker = PrivateAttr()

    def kind(self) -> str:  # not the class's business: the block's folder has the script that grades it
        return self._maker.kind()

    @classmethod
    def of(cls, maker: Maker, name: str, **fields: Any) -> Self:
        """Make a question of a block; `fields` are as a model has them, not as an author writes."""
        made = cls.model_construct(**fields)
        made.id = f"{maker.id}.{name}"
        made._maker = maker
        made.confidence = maker.confidence
        made.stand(maker.place, maker.source, named=maker.named)
        return made


class MadeChoice(Made, Options):
    """One option of several, as a block makes it: `options` are `Option`s with ids. Its kind grades it with `gradeTicks`."""

    template: ClassVar[str] = "chosen.html"


class Maker(Block):
    """A block that makes questions, of which a step draws some and review the others."""

    draw: Count = Field(default=1, ge=0, le=100)
    """How many of its questions the step asks, others at each attempt; 0 leaves them to review."""
    points: float = 0
    """What they weigh together in the course's score."""
    gate: Flag = False
    """Holds "next" until what the step asks is answered."""
    confidence: Flag | None = Field(default=None, exclude=True)
    """Asks "how sure are you?" before the answer is checked. Left out: as the module or the course says."""

    @property
    def minutes(self) -> float:
        return ANSWERING * self.draw

    def inherit(self, *, confidence: bool | None) -> None:
        if self.confidence is None:
            self.confidence = confidence or False

    def make(self) -> list[Made]:
        """Return its questions, in the order they are printed. In a translation they have the same ids."""
        raise NotImplementedError
