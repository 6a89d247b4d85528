"""A rule with its reason."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from tuokio.blocks.made import Made, MadeChoice, Maker
from tuokio.blocks.question import Option
from tuokio.fields import Author, Flag, OptionId, Prose


class Case(Author):
    """A situation in which the rule bends or holds."""

    id: OptionId = ""
    case: Prose
    bend: Flag
    feedback: Prose = ""


class Rule(Maker):
    """A rule, why there is one, and how far it bends."""

    fence: ClassVar[str] = "rule"
    index: ClassVar[str] = "rules"

    rule: Prose
    force: Literal["law", "house", "judgement"] = "house"
    why: Prose
    hold: Prose = ""
    flex: Prose = ""
    cases: list[Case] = Field(default=[], exclude=True)

    def suggest_id(self) -> str:
        return self.rule

    def make(self) -> list[Made]:
        return [
            MadeChoice.of(self, chr(97 + at), question=case.case, explanation=self.why, options=[Option(id="bend", text="bend", correct=case.bend, feedback=case.feedback), Option(id="hold", text="hold", correct=not case.bend, feedback=case.feedback)])
            for at, case in enumerate(self.cases)
        ]


Kind = Rule
