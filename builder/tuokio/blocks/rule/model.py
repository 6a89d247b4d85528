"""A rule with its reason, and what it asks: does it bend here or hold, and why is there such a rule?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, Field, PrivateAttr, computed_field, model_validator

from tuokio import words
from tuokio.blocks.block import Fault
from tuokio.blocks.made import Made, Maker
from tuokio.blocks.parts import clashes, letter_parts, scatter
from tuokio.blocks.question import Feedback
from tuokio.course import ANSWERING, Changed, Module
from tuokio.fields import ONE_OR_MANY, Author, Flag, Number, OptionId, Prose, Texts
from tuokio.finding import Severity
from tuokio.prose import READING

LONGEST = 400
"""Characters of a reason: about ten lines on a phone."""
ENOUGH = 2  # wrong reasons beside the right one: three options are as good as five


class Case(Author):
    """A situation in which the rule bends or holds."""

    id: OptionId = ""
    """Left out: a, b, c … in your order."""
    case: Prose
    """What happened, in a sentence or two."""
    bend: Flag
    """`true` if the rule bends here, `false` if it holds."""
    feedback: Prose = ""
    """Said once it has been answered, whatever was chosen: what decides this case."""

    @property
    def text(self) -> str:
        """What happened."""
        return self.case


class Part(BaseModel):
    """One of the two things asked: the decision, or the reason."""

    id: Literal["decision", "reason"]
    right: str
    options: list[str]


class Reason(BaseModel):
    """A reason to choose: the rule's own, or one that only sounds right."""

    id: str
    text: str
    language: str


class BendOrHold(Made):
    """A case of a rule to decide, and the reason to choose."""

    template: ClassVar[str] = "rule/asked.html"

    rule: Prose = ""
    bend: Flag = Field(default=False, exclude=True)
    reasons: list[Reason] = Field(default=[], exclude=True)
    """The right one first; none if there is nothing to choose among."""

    def choices(self) -> dict[str, str]:
        return {reason.id: reason.text for reason in self.reasons}

    @property
    def mixed(self) -> list[Reason]:
        """The reasons in an order that tells nothing, for the page's source and for paper."""
        reasons = {reason.id: reason for reason in self.reasons}
        return [reasons[id] for id in scatter([*reasons], self.id or "")]

    @computed_field
    @property
    def parts(self) -> list[Part]:
        """What is asked, in this order."""
        decision = Part(id="decision", right="bend" if self.bend else "hold", options=["bend", "hold"])
        return [decision] + ([Part(id="reason", right=self.reasons[0].id, options=[reason.id for reason in self.reasons])] if self.reasons else [])


class Rule(Maker):
    """A rule on its face, its reason on its back, and how far it bends.

    Write the `rule`, its `force` and `why` there is such a rule. `force: law` is not yours to bend;
    a `house` rule is your firm's own; `judgement` is left to whoever stands there. Say what
    always holds (`hold`), how far it bends (`flex`) and who `decides`. Whoever knows all this can tell the
    customer why, and what can be done instead.

    The learner turns the card, and is then asked about a case: does the rule bend or hold, why is there such
    a rule, and how sure are you? Write two or three `cases`, each with `bend: true` or `bend: false` and
    `feedback`. A step asks one (`draw: 2` two), review the others. The reasons to choose among are
    the rule's own `why` and those you write under `not_why`; where these are fewer than two, also those of the
    module's other rules. Without `cases` it is asked whether the rule may bend at all.

    All rules of the course stand in an index that is two taps from the home page, and in a rule handbook to print.
    A change that the module's front matter tells under `changes` is shown on the card.

    **Score:** half for the decision and half for the reason; where there is no reason to choose, all for the
    decision. Trying again keeps the half that was right.
    """

    fence: ClassVar[str] = "rule"
    index: ClassVar[str] = "rules"

    rule: Prose
    """The rule in one sentence, as you would say it to a colleague."""
    force: Literal["law", "house", "judgement"] = "house"
    """Where it comes from: `law`, `house` (your own rule) or `judgement` (left to whoever stands there)."""
    why: Prose
    """Why there is such a rule."""
    protects: Annotated[list[str], ONE_OR_MANY, Field(exclude=True)] = []
    """Whom or what it protects: `[customer, shop]`."""
    example: Prose = ""
    """A moment in which one saw what it is for."""
    hold: Prose = ""
    """What always holds."""
    flex: Prose = ""
    """How far it bends, and in what way."""
    decides: Prose = ""
    """Who decides when it bends."""
    cases: list[Case] = Field(default=[], max_length=26)
    """Situations to decide: `- {case: …, bend: true, feedback: …}`."""
    not_why: Texts = []
    """Reasons that sound right but are not the reason, to choose among."""
    points: Number | None = Field(default=None, ge=0, le=1000)
    """What its questions weigh together in the course's score. Left out: one for each that the step asks."""

    _others: list[Rule] = PrivateAttr(default_factory=list)
    _changes: list[Changed] = PrivateAttr(default_factory=list)

    @model_validator(mode="after")
    def _letter_cases(self) -> Rule:
        letter_parts(self.cases)
        return self

    @property
    def bends(self) -> bool:
        """Whether it may bend at all."""
        return bool(self.flex.strip())

    @property
    def changes(self) -> list[Changed]:
        """How it changed for those who knew it before, newest first."""
        return [change for change in self._changes if change.of == self.id and change.kind != "typo"]

    def date(self, change: Changed) -> str:
        """Return the day of a change as its language writes it."""
        return words.write_date(change.date, self.language)

    @property
    def minutes(self) -> float:
        read = sum(map(len, (self.rule, self.why, self.hold, self.flex, self.example)))
        return read / READING + ANSWERING * self._asks

    @property
    def _asks(self) -> int:
        return min(self.draw, len(self.cases) or 1)

    def headline(self) -> str:
        return self.rule

    def suggest_id(self) -> str:
        return self.rule

    def inherit(self, *, confidence: bool | None) -> None:
        if self.confidence is None:
            self.confidence = confidence is not False  # whoever bends a rule had better know how sure one is

    def data(self) -> dict[str, Any]:
        return {**super().data(), "points": self._asks if self.points is None else self.points}

    def meet(self, module: Module) -> Iterator[Fault]:
        rules = [block for block in module.blocks if isinstance(block, Rule)]
        here = rules.index(self)
        self._others = rules[here + 1 :] + rules[:here]
        self._changes = module.changes
        if len(self.reasons) < 2:
            yield Fault("no-wrong-reasons", "There is no other reason to choose, so learners are asked only whether the rule bends.", "Add `not_why:` with one or two reasons that sound right but are not the reason.", ("why",), Severity.HINT)

    @property
    def reasons(self) -> list[Reason]:
        """Its own reason, and those that only sound right: the author's, and if these are few, other rules' of the module."""
        found = [Reason(id="why", text=self.why, language=self.language)]
        found += [Reason(id=chr(97 + number), text=text, language=self.language) for number, text in enumerate(self.not_why)]
        # A translation chooses among the same ones, in its own words where it has them.
        source = self.source or self
        here = {rule.source or rule: rule for rule in self._others}
        told = {source.why.strip().casefold()}
        for other in source._others:
            if len(found) > ENOUGH:
                break
            if other.why.strip().casefold() not in told:
                told.add(other.why.strip().casefold())
                rule = here.get(other, other)
                found.append(Reason(id=f"of-{other.id}", text=rule.why, language=rule.language))
        return found

    def choices(self) -> dict[str, str]:
        return {case.id: f"{case.case}\n{case.bend}\n{case.feedback}" for case in self.cases}

    def make(self) -> list[Made]:
        reasons = self.reasons if len(self.reasons) > 1 else []
        if not self.cases:
            return [self._ask("ever", "", self.bends, self.flex if self.bends else self.hold, reasons)]
        return [self._ask(case.id, case.case, case.bend, case.feedback, reasons) for case in self.cases]

    def _ask(self, name: str, question: str, bend: bool, feedback: Feedback, reasons: list[Reason]) -> Made:
        return BendOrHold.of(self, name, rule=self.rule, question=question, bend=bend, reasons=reasons, feedback=feedback, explanation=self.why)

    def faults(self) -> Iterator[Fault]:
        for key in ("rule", "why"):
            if not getattr(self, key).strip():
                yield Fault("empty-value", f"`{key}` is empty.", "Write something after the colon.", (key,))
        if not self.hold.strip() and not self.bends and self.force != "law":
            yield Fault("rule-without-limit", "This rule tells neither what always holds nor how far it bends.", "Add `hold:` or `flex:`, best both. Whoever knows the limit need not guess before a customer.", (), Severity.WARNING)
        if len(self.why) > LONGEST:
            yield Fault("long-why", f"This reason has {len(self.why)} characters. It stands on one side of a card, and is one of the reasons to choose.", "Say it in a sentence or two, and the rest in the text around the rule or under `example`.", ("why",), Severity.HINT)
        yield from self._judge_cases()

    def _judge_cases(self) -> Iterator[Fault]:
        """Yield what is wrong with the cases, by themselves and beside what the rule says of itself."""
        for fault in clashes(self.cases, "cases", "case"):
            yield replace(fault, at=(*fault.at[:2], "id" if fault.at[2:] == ("id",) else "case"))
        bent = next((("cases", number, "bend") for number, case in enumerate(self.cases) if case.bend), None)
        if self.force == "law" and (self.bends or bent):
            yield Fault("law-that-bends", "This says that a law bends.", "Check that the law itself allows it. If only your own rule bends, write `force: house`.", ("flex",) if self.bends else bent, Severity.HINT)
        elif bent and not self.bends:
            yield Fault("bend-without-flex", "The rule bends here, but it does not tell how far it bends.", "Add `flex:` to the rule.", bent, Severity.HINT)
        if not self.cases:
            yield Fault("rule-without-cases", "This rule has no cases, so learners are asked only whether it may bend at all.", "Add `cases:` with two or three situations, each with `bend: true` or `bend: false`.", ("rule",), Severity.HINT)
        elif len(self.cases) > 1 and self.bends and len({case.bend for case in self.cases}) == 1:
            yield Fault("all-cases-alike", f"The rule {'bends' if bent else 'holds'} in all its cases, so the answer is always the same.", f"Add a case in which it {'holds' if bent else 'bends'}.", ("cases",), Severity.HINT)


Kind = Rule
