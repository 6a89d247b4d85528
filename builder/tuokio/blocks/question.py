"""What all question kinds share: the keys of the `quiz` fence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, RootModel, Tag, model_validator

from tuokio.blocks.block import Block, Fault
from tuokio.blocks.parts import Option, Pictured, clashes, letter_parts
from tuokio.course import ANSWERING
from tuokio.fields import Author, Count, Flag, Id, Number, Phrases, Prose, Texts, matching
from tuokio.finding import Severity


class Verdicts(Author):
    """Feedback by how it went: `{correct: …, partly: …, wrong: …}`."""

    correct: Prose = ""
    """Said when all of it is right."""
    partly: Prose = ""
    """Said when some of it is right."""
    wrong: Prose = ""
    """Said when nothing of it is right: what went wrong, and what to think of."""


UNSAID = Verdicts()
"""What a question without feedback says: one for all of them, since a course has thousands."""
ScoreRange = Annotated[str, matching(r"^\s*\d{1,3}\s*%?\s*(?:[-–—]\s*\d{1,3}\s*)?%?\s*$", "unusable-range", "is not a range of scores", "Write `0-49%`, `50-99%` or `100%`.")]


class Ranges(RootModel[dict[ScoreRange, str]]):
    """Feedback by score: `{"0-49%": …, "50-99%": …, "100%": …}`."""

    @property
    def bounds(self) -> list[tuple[int, int, str, str]]:
        """Lowest and highest per cent, as the author wrote them, and the text."""
        found = []
        for written, text in self.root.items():
            ends = [int(number) for number in written.replace("–", "-").replace("—", "-").replace("%", "").split("-")]
            found.append((ends[0], ends[-1], written, text))
        return found


def _tell_feedback(value: Any) -> str:
    if isinstance(value, dict):
        return "Ranges" if any(re.search(r"\d", str(key)) for key in value) else "Verdicts"
    return {Verdicts: "Verdicts", Ranges: "Ranges"}.get(type(value), "str")


Feedback = Annotated[Annotated[Verdicts, Tag("Verdicts")] | Annotated[Ranges, Tag("Ranges")] | Annotated[str, Tag("str")], Discriminator(_tell_feedback)]


class Question(Pictured, Block):
    """Keys that every question may have."""

    fence: ClassVar[str] = "quiz"
    partial: ClassVar[bool] = True
    """Whether an answer can be partly right."""
    gradable: ClassVar[bool] = True
    """Whether a machine can tell right from wrong, so that an exam may ask it."""
    wordless: ClassVar[frozenset[str]] = frozenset({"type", "tags", "image"})

    type: str | None = Field(default=None, exclude=True)
    """Names the kind where its shape does not: `type: multiple` with one correct option."""
    objective: Id | None = Field(default=None, exclude=True)
    """Which of the module's objectives this tests."""
    question: Prose = ""
    """The stem: what is asked. Markdown."""
    feedback: Feedback = Field(default_factory=lambda: UNSAID, exclude=True)
    """Shown after an answer, whatever was chosen: one text; or one each for `correct`, `partly` and `wrong`; or by score, `{"0-49%": …, "50-100%": …}`."""
    hint: Prose = ""
    """Shown when the learner asks for it."""
    hints: Texts = Field(default_factory=list)
    """Several hints, shown one at a time."""
    explanation: Prose = ""
    """Shown when the question is settled: why the answer is what it is."""
    points: Number = Field(default=1, ge=0, le=1000)
    """What the question weighs in the course's score."""
    attempts: Count | None = Field(default=None, ge=1, le=100)
    """How many times it may be answered before the answer is shown. Left out: as many as one likes."""
    shuffle: Flag = True
    """Options in an order of their own for every learner; `false` keeps yours."""
    gate: Flag = False
    """Holds "next" until the question is answered."""
    confidence: Flag | None = Field(default=None, exclude=True)
    """Asks "how sure are you?" before the answer is checked. Left out: as the module or the course says."""
    tags: Phrases = Field(default_factory=list, exclude=True)
    """Words of your own by which a draw can pick questions from a bank."""

    @property
    def all_hints(self) -> list[str]:
        """The hints in the order they are shown."""
        return ([self.hint] if self.hint else []) + self.hints

    @property
    def verdicts(self) -> Verdicts:
        """The feedback by how it went; one text counts for all three."""
        if isinstance(self.feedback, str):
            return Verdicts(correct=self.feedback, partly=self.feedback, wrong=self.feedback)
        return self.feedback if isinstance(self.feedback, Verdicts) else UNSAID

    @property
    def ranges(self) -> list[tuple[int, int, str, str]]:
        """The feedback by score: lowest and highest per cent, as written, and the text."""
        return self.feedback.bounds if isinstance(self.feedback, Ranges) else []

    @property
    def minutes(self) -> float:
        return ANSWERING

    def suggest_id(self) -> str:
        return self.question

    def inherit(self, *, confidence: bool | None) -> None:
        if self.confidence is None:
            self.confidence = confidence or False

    def about(self) -> dict[str, Any]:
        about = {"objective": self.objective, "tags": self.tags, "confidence": self.confidence}
        return {key: value for key, value in about.items() if value}

    def faults(self) -> Iterator[Fault]:
        if not self.question.strip():
            yield Fault("no-question", "Nothing is asked here.", "Add `question:` with what you ask.")
        if self.alt and not self.image:
            yield Fault("alt-without-image", "This describes a picture, but there is none.", "Add `image:`, or remove `alt`.", ("alt",), Severity.WARNING)
        yield from self.unsaid()
        yield from self.untold()

    def untold(self) -> Iterator[Fault]:
        """Yield a warning if an answer brings no more than right or wrong."""
        told = self.explanation or self.verdicts.wrong or (self.ranges and min(self.ranges)[0] == 0)
        if not told:
            cure = "Add `explanation:` that says why, or `feedback: {correct: …, wrong: …}`. An explanation teaches; right or wrong alone hardly does."
            yield Fault("answer-without-feedback", "Whoever answers this is told only right or wrong.", cure, (self.key,) if self.key else (), Severity.WARNING)

    def unsaid(self) -> Iterator[Fault]:
        """Yield feedback that no answer brings about, or two for the same score."""
        claimed: dict[int, str] = {}
        for low, high, written, _ in self.ranges:
            at = ("feedback", written)
            if low > high or high > 100:
                yield Fault("unusable-range", f"No score fits `{written}`.", "Write the lower share first, and 100% at most: `50-99%`.", at, key=True)
            elif other := next((claimed[share] for share in range(low, high + 1) if share in claimed), ""):
                yield Fault("overlapping-ranges", f"`{other}` and `{written}` both include the same score.", "Let each range begin after the one before it: `0-49%`, `50-99%`, `100%`.", at, key=True)
            claimed |= dict.fromkeys(range(low, min(high, 100) + 1), written)
        if not self.partial and isinstance(self.feedback, Verdicts) and self.feedback.partly:
            yield Fault("unsaid-feedback", "No answer to this question is partly right, so this is never said.", "Remove `partly`, or make it a question with several right options.", ("feedback", "partly"), Severity.HINT)


class Options(Question):
    """A question answered by choosing among written options."""

    key: ClassVar[str] = "options"

    options: list[Option] = Field(min_length=2, max_length=26)
    """What one can choose. Three good ones are enough."""

    @model_validator(mode="after")
    def _letter_options(self) -> Options:
        letter_parts(self.options)
        return self

    @staticmethod
    def count_correct(data: dict[str, Any]) -> int:
        """Count the options marked correct in what the author wrote, whatever else is wrong with it."""
        options = data.get("options")
        if not isinstance(options, list):
            return 0
        return sum(isinstance(option, dict) and str(option.get("correct")).strip().lower() == "true" for option in options)

    @property
    def mark_cure(self) -> str:
        """What to do if none is marked correct."""
        bare = not any(option.is_keyed for option in self.options)
        return "Write the right one as `- text: …`, and on the line below `correct: true`, straight below `text`." if bare else "Add `correct: true` under what is right."

    @property
    def correct(self) -> list[Option]:
        """The options marked correct."""
        return [option for option in self.options if option.correct]

    def choices(self) -> dict[str, str]:
        return {option.id: option.text or option.image for option in self.options}

    def untold(self) -> Iterator[Fault]:
        if self.verdicts.correct or self.verdicts.wrong or self.ranges or self.explanation and (len(self.options) > 5 or not self.points):
            return
        for number, option in enumerate(self.options):
            if not option.feedback:
                cure = "Add `feedback:` that says why. An explanation teaches; right or wrong alone hardly does."
                yield Fault("option-without-feedback", "Whoever chooses this is told nothing.", cure, ("options", number), Severity.WARNING)

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        yield from clashes(self.options, "options", "option")


