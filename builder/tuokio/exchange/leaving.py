"""From one of our questions to a question as Moodle has it. What has no place there is told, question by question."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tuokio.blocks.question import Options
from tuokio.exchange.asked import ANY, Answer, Asked, Shape
from tuokio.exchange.entry import Item
from tuokio.finding import Finding, Severity

VALUE = re.compile(r"(?<!\\)\{\{\s*([\w-]+)\s*\}\}")
UNSAID = {"objective": "objective", "attempts": "attempts", "gate": "gate", "confidence": "confidence", "typos": "typos", "criteria": "criteria", "wide": "wide"}


def leave(item: Item, findings: list[Finding], *, carries: frozenset[str] = frozenset()) -> Asked | None:
    """Return one of our questions as Moodle has it, or None after a finding. `carries` are the keys that the format has a place for besides those of all."""
    question = item.question
    maker = next((make for key, make in MAKERS.items() if key == type(question).key), None)
    if maker is None:
        tell(item, findings, "not-exported", Severity.WARNING, f"No question elsewhere is like a `{type(question).kind()}`, so it was left out.", "Ask it in another way if it has to be there: a list in order, pairs, or options.")
        return None

    def fill(text: str) -> str:
        return VALUE.sub(lambda match: item.values.get(match[1], match[0]), text.strip()) if "{{" in text else text.strip()

    lost: list[str] = []
    verdicts = question.verdicts
    asked = Asked(
        Shape.essay,
        "\n\n".join(filter(None, (fill(question.question), question.picture))),
        id=question.id or "",
        heading=item.heading,
        general=fill(question.explanation),
        correct=fill(verdicts.correct),
        partly=fill(verdicts.partly),
        wrong=fill(verdicts.wrong),
        hints=[fill(hint) for hint in question.all_hints],
        points=question.points,
        shuffle=question.shuffle,
        tags=list(question.tags),
    )
    maker(question, asked, fill, lost)
    default = type(question).model_fields
    # A course that does not ask how sure one is makes `confidence` false in every question: nobody wrote it.
    lost += [key for key in UNSAID if hasattr(question, key) and getattr(question, key) != default[key].get_default(call_default_factory=True) and (key != "confidence" or question.confidence)]
    lost += ["feedback by score"] if question.ranges else []
    lost = [key for key in lost if key not in carries]
    if lost:
        names = ", ".join(f"`{key}`" if key.isidentifier() else key for key in dict.fromkeys(lost))
        tell(item, findings, "not-carried", Severity.HINT, f"There is no place elsewhere for {names}, so {'it was' if len(set(lost)) == 1 else 'these were'} left out.", "Nothing to do here; look whether the question still works without.")
    return asked


def tell(item: Item, findings: list[Finding], id: str, severity: Severity, message: str, cure: str) -> None:
    """Add a finding that speaks of a question."""
    findings.append(Finding(id, severity, item.question.span(), f"{message[:-1]} (`{item.question.id}`).", cure))


Fill = Callable[[str], str]


def _shown(part: Any, fill: Fill) -> str:
    """Return a part's picture and its words."""
    return "\n\n".join(filter(None, (part.picture, fill(part.text))))


def _leave_options(question: Options, asked: Asked, fill: Fill, lost: list[str]) -> None:
    asked.shape, asked.several = Shape.multichoice, question.partial
    worth = 1 / max(1, len(question.correct)) if asked.several else 1
    cost = -worth if asked.several else 0
    for option in question.options:
        asked.answers.append(Answer(_shown(option, fill), worth if option.correct else cost, fill(option.feedback)))
        lost += ["unchosen"] if option.unchosen else []


def _leave_statement(question: Any, asked: Asked, fill: Fill, lost: list[str]) -> None:
    asked.shape = Shape.truefalse
    asked.text = "\n\n".join(filter(None, (asked.text, fill(question.statement))))
    true, false = (asked.correct, asked.wrong) if question.correct else (asked.wrong, asked.correct)
    asked.answers = [Answer("true", float(question.correct), true), Answer("false", float(not question.correct), false)]
    asked.correct = asked.wrong = asked.partly = ""


def _leave_text(question: Any, asked: Asked, fill: Fill, lost: list[str]) -> None:
    asked.shape = Shape.shortanswer
    asked.answers = [Answer(answer.replace("*", "\\*"), 1, asked.correct) for answer in question.answers]
    asked.answers += [Answer(answer.replace("*", "\\*"), 0, fill(feedback)) for answer, feedback in question.wrong.items()]
    _leave_rest(asked)


def _leave_number(question: Any, asked: Asked, fill: Fill, lost: list[str]) -> None:
    from tuokio.blocks.typed import measure
    from tuokio.exchange.arriving import write_number

    asked.shape, asked.units = Shape.numerical, question.unit
    asked.answers = [Answer(write_number(question.number), 1, asked.correct, reach=measure(question.tolerance, question.number))]
    asked.answers += [Answer(write_number(number), 0, fill(question.wrong[written])) for written, number in question.foreseen]
    _leave_rest(asked)


def _leave_rest(asked: Asked) -> None:
    """What is said to whoever is wrong goes to the answer that stands for all that nobody foresaw."""
    if asked.wrong:
        asked.answers.append(Answer(ANY, 0, asked.wrong))
    asked.correct = asked.wrong = asked.partly = ""


def _leave_pairs(question: Any, asked: Asked, fill: Fill, lost: list[str]) -> None:
    asked.shape = Shape.match
    asked.pairs = [(_shown(pair, fill), fill(pair.right)) for pair in question.pairs] + [("", fill(side.text)) for side in question.extra]
    lost += ["feedback of pairs"] if any(pair.feedback for pair in question.pairs) else []


def _leave_buckets(question: Any, asked: Asked, fill: Fill, lost: list[str]) -> None:
    asked.shape = Shape.match
    asked.pairs = [(_shown(thing, fill), fill(place.bucket)) for place in question.places for thing in place.things]
    asked.pairs += [("", fill(place.bucket)) for place in question.places if not place.things]
    lost += ["feedback of things"] if any(thing.feedback for place in question.places for thing in place.things) else []
    lost.append("buckets in your order (it is a question of pairs there)")


def _leave_order(question: Any, asked: Asked, fill: Fill, lost: list[str]) -> None:
    asked.shape = Shape.ordering
    asked.answers = [Answer(_shown(thing, fill), 1) for thing in question.order]
    lost += ["feedback of things"] if any(thing.feedback for thing in question.order) else []


def _leave_gaps(question: Any, asked: Asked, fill: Fill, lost: list[str]) -> None:
    asked.shape = Shape.multianswer
    asked.text = "\n\n".join(filter(None, (asked.text, fill(getattr(question, question.key)))))


def _leave_open(question: Any, asked: Asked, fill: Fill, lost: list[str]) -> None:
    asked.shape = Shape.essay
    asked.right = fill(question.model_answer)
    asked.points = question.points


MAKERS: dict[str, Callable[[Any, Asked, Fill, list[str]], None]] = dict(
    options=_leave_options,
    statement=_leave_statement,
    answers=_leave_text,
    number=_leave_number,
    match=_leave_pairs,
    sort=_leave_buckets,
    order=_leave_order,
    blanks=_leave_gaps,
    model_answer=_leave_open,
)
"""By the key that tells a kind."""
