"""What all question kinds share: the keys of the `quiz` fence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import Field, model_validator

from tuokio.blocks.block import Block, Fault
from tuokio.fields import Author, Count, Flag, Id, Number, OptionId, Prose, Texts, Words
from tuokio.finding import Severity


class Verdicts(Author):
    """Feedback by how it went: `{correct: …, partly: …, wrong: …}`."""

    correct: Prose = ""
    partly: Prose = ""
    wrong: Prose = ""


class Question(Block):
    """Keys that every question may have."""

    fence: ClassVar[str] = "quiz"
    partial: ClassVar[bool] = True
    """Whether an answer can be partly right."""
    gradable: ClassVar[bool] = True
    """Whether a machine can tell right from wrong, so that an exam may ask it."""

    type: str | None = Field(default=None, exclude=True)
    """Names the kind where its shape does not: `type: multiple` with one correct option."""
    objective: Id | None = Field(default=None, exclude=True)
    """Which of the module's objectives this tests."""
    question: Prose = ""
    """The stem: what is asked. Markdown."""
    feedback: Verdicts | str = Field(default_factory=Verdicts, exclude=True)
    """Shown after an answer, whatever was chosen: one text, or one each for `correct`, `partly` and `wrong`."""
    hint: Prose = ""
    """Shown when the learner asks for it."""
    hints: Texts = []
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
    tags: Words = []
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
        return self.feedback

    def suggest_id(self) -> str:
        return self.question

    def inherit(self, *, confidence: bool) -> None:
        if self.confidence is None:
            self.confidence = confidence

    def about(self) -> dict[str, Any]:
        about = {"objective": self.objective, "tags": self.tags, "confidence": self.confidence}
        return {key: value for key, value in about.items() if value}

    def faults(self) -> Iterator[Fault]:
        if not self.question.strip():
            yield Fault("no-question", "Nothing is asked here.", "Add `question:` with what you ask.")
        yield from self.unsaid()

    def unsaid(self) -> Iterator[Fault]:
        """Yield feedback that no answer brings about."""
        if not self.partial and not isinstance(self.feedback, str) and self.feedback.partly:
            yield Fault("unsaid-feedback", "No answer to this question is partly right, so this is never said.", "Remove `partly`, or make it a question with several right options.", ("feedback", "partly"), Severity.HINT)


class Option(Author):
    """One option of a question. A plain text will do where there is nothing to say of it."""

    id: OptionId = ""
    """Left out: a, b, c … in your order."""
    text: Prose = ""
    correct: Flag = False
    feedback: Prose = ""
    """Said to the one who chose it: what was right in the choice, why, and what now."""
    unchosen: Prose = ""
    """Said in the end to the one who left it."""

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, data: Any) -> Any:
        return {"text": data} if isinstance(data, str) else data


class Options(Question):
    """A question answered by choosing among written options."""

    key: ClassVar[str] = "options"

    options: list[Option] = Field(min_length=2, max_length=26)
    """What one can choose. Three good ones are enough."""

    @model_validator(mode="after")
    def _letter_options(self) -> Options:
        taken = {option.id for option in self.options}
        letters = (letter for letter in "abcdefghijklmnopqrstuvwxyz")
        for option in self.options:
            letter = next(letters)
            if not option.id:
                option.id = letter if letter not in taken else f"{letter}_"
        return self

    @staticmethod
    def count_correct(data: dict[str, Any]) -> int:
        """Count the options marked correct in what the author wrote, whatever else is wrong with it."""
        options = data.get("options")
        if not isinstance(options, list):
            return 0
        return sum(isinstance(option, dict) and option.get("correct") == "true" for option in options)

    @property
    def correct(self) -> list[Option]:
        """The options marked correct."""
        return [option for option in self.options if option.correct]

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        seen: dict[str, int] = {}
        ids: set[str] = set()
        for number, option in enumerate(self.options):
            at = ("options", number)
            if not option.text.strip():
                yield Fault("empty-option", "This option has no text.", "Write the option, or remove it.", at)
                continue
            plain = option.text.casefold().strip(" .!?")
            if plain in seen:
                yield Fault("identical-options", f"Options {seen[plain] + 1} and {number + 1} say the same.", "Change one of them, or remove it.", (*at, "text"))
            seen.setdefault(plain, number)
            if option.id in ids:
                yield Fault("duplicate-id", f"Two options have the id `{option.id}`.", "Give each an id of its own, or none.", (*at, "id"))
            ids.add(option.id)
            if not option.feedback and not self.verdicts.correct and not self.verdicts.wrong:
                cure = "Add `feedback:` that says why. An explanation teaches; right or wrong alone hardly does."
                yield Fault("option-without-feedback", "The one who chooses this is told nothing.", cure, at, Severity.WARNING)
