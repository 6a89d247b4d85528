"""A question answered with a word or a few."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import Field, field_serializer

from tuokio.blocks.block import Fault
from tuokio.blocks.question import Question
from tuokio.blocks.typed import find_lenient, find_values, fold
from tuokio.fields import Count, Flag, Phrases
from tuokio.finding import Severity


class Text(Question):
    """The answer is a word or a few, typed.

    Write under `answers` every form you accept; the first is shown as the answer. Large and small
    letters, extra spaces, kinds of quotation marks and dashes, and punctuation at the end make no
    difference. Inflected forms do: add those you accept, `answers: [kuitti, kuitilla]`.

    `typos: 1` forgives one wrong, missing, extra or swapped letter, and then shows the right
    spelling; never in digits, and only in words of which more than half stays. `wrong` are answers
    you know people give, and what you say to the one who does: `wrong: {invoice: "That is sent
    before it is paid."}`. What is written there is never taken for a typo.

    A translation writes its own `answers` and `wrong`, since the words are others there.

    **Score:** 1 or 0. Ask so that there is one right word; where much would do, use `options`.
    """

    partial: ClassVar[bool] = False
    key: ClassVar[str] = "answers"
    shape: ClassVar[str] = "`answers`"
    spoken: ClassVar[frozenset[str]] = frozenset({"answers", "wrong"})

    answers: Phrases = Field(min_length=1)
    """What is accepted. The first is shown as the right answer."""
    typos: Count = Field(default=0, ge=0, le=2)
    """How many letters may be off: 0, 1 or 2."""
    wrong: dict[str, str] = {}
    """Answers people give by a known mistake, and what you say to them."""
    shuffle: Flag = Field(default=False, exclude=True)

    @field_serializer("wrong")
    def _leave_out_feedback(self, wrong: dict[str, str]) -> list[str]:
        return list(wrong)

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        yield from self._unclear()
        yield from find_lenient(self.answers, self.typos, ("typos",))

    def _unclear(self) -> Iterator[Fault]:
        """Yield answers that are nothing, that are there twice, or that are right and wrong at once."""
        seen: dict[str, str] = {}
        for number, answer in enumerate(self.answers):
            at = ("answers", number)
            yield from find_values([answer], at)
            if not fold(answer):
                yield Fault("empty-answer", "This answer has no text.", "Write the answer, or remove it.", at)
            elif fold(answer) in seen:
                yield Fault("identical-answers", f"`{seen[fold(answer)]}` and `{answer}` count as the same answer.", "Keep one of them: capital letters, spaces and punctuation make no difference.", at)
            seen.setdefault(fold(answer), answer)
        for written in self.wrong:
            at = ("wrong", written)
            yield from find_values([written], at, key=True)
            if fold(written) in seen:
                yield Fault("wrong-is-right", f"`{written}` is accepted as right, so this is never said.", "Remove it here or under `answers`.", at, key=True)

    def mistranslations(self, source: Any, borrowed: frozenset[str]) -> Iterator[Fault]:
        if self.answers == source.answers and any(answer.strip() in borrowed and any(map(str.isalpha, answer)) for answer in self.answers):
            yield Fault("answers-not-translated", f"The words that are accepted are not translated, so the whole question is shown in `{source.language}`.", "Write `answers:` with what is typed in this language, even if it is the same.", severity=Severity.WARNING)
        else:
            yield from self._unclear()


Kind = Text
