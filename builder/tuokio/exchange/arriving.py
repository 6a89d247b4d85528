"""From a question as Moodle has it to one as our authors write it. What has no place here is told and kept as a remark."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from tuokio import blocks
from tuokio.blocks.question import Options, Question
from tuokio.exchange.asked import ANY, Answer, Asked, Shape
from tuokio.exchange.entry import Entry
from tuokio.finding import Severity

Say = Callable[[str, Severity, int, str, str], None]
"""Takes a finding: id, severity, line, message, cure."""
WARNING, HINT = Severity.WARNING, Severity.HINT
SAID = frozenset(
    """Your answer is correct.|Your answer is partially correct.|Your answer is incorrect.|Correct|Incorrect
    |Vastauksesi on oikein.|Vastauksesi on osittain oikein.|Vastauksesi on virheellinen.|Vastauksesi on väärin.|Oikein|Väärin
    |Ditt svar är korrekt.|Ditt svar är delvis korrekt.|Ditt svar är felaktigt.|Rätt|Fel""".replace("\n    ", "").casefold().split("|")
)
"""What Moodle says by itself, and writes into every file. A course says right and wrong anyway."""
INSIDE = re.compile(r"\w\*+\w")
"""A star in the middle of a word."""
PLAIN = 60
"""Signs of a left side that still reads well as a key."""


def arrive(asked: Asked, say: Say) -> Entry | None:
    """Return a question as an author would write it, or None after a finding."""
    entry = Entry({}, asked.line, asked.heading, asked.name, asked.id, lost=asked.lost, pictures=asked.pictures)
    if asked.shape is Shape.description:
        entry.prose = asked.text
        return entry
    told = False

    def tell(id: str, severity: Severity, line: int, message: str, cure: str) -> None:
        nonlocal told
        told = True
        say(id, severity, line, message, cure)

    data = MAKERS[asked.shape](asked, entry, tell)
    if data is None:
        return None
    if entry.lost and not told:
        say("kept-as-remark", HINT, asked.line, "This question says more than there is a place for here.", "The rest is kept in a remark above the question; see whether learners need it.")
    if asked.hints:
        data |= {"hint": asked.hints[0]} if len(asked.hints) == 1 else {"hints": asked.hints}
    if asked.general:
        data["explanation"] = asked.general
    if asked.points != 1 and asked.shape is not Shape.essay:
        data["points"] = int(asked.points) if asked.points == int(asked.points) else asked.points
    if asked.tags:
        data["tags"] = asked.tags
    entry.data = data
    return entry


def _feedback(asked: Asked, right: list[Answer], wrong: list[Answer], entry: Entry, *, partial: bool) -> dict[str, Any]:
    """Return what is said by how it went, from what was said of the whole and of right and wrong answers."""
    said = {}
    for key, whole, answers in (("correct", asked.correct, right), ("partly", asked.partly, []), ("wrong", asked.wrong, wrong)):
        texts = list(dict.fromkeys(text for text in [*(answer.feedback for answer in answers), whole] if text and text.strip(" .!").casefold() + "." not in SAID and text.casefold() not in SAID))
        if texts and (partial or key != "partly"):
            said[key] = texts[0]
            texts = texts[1:]
        entry.lost += [f"Feedback ({key}): {text}" for text in texts]
    if len(said) > 1 and len({*said.values()}) == 1 and (partial or "partly" not in said):
        return {"feedback": next(iter(said.values()))} if len(said) == 2 + partial else {"feedback": said}
    return {"feedback": said} if said else {}


def _make_options(asked: Asked, entry: Entry, say: Say) -> dict[str, Any] | None:
    top = max((answer.weight for answer in asked.answers), default=0)
    if top <= 0:
        say("no-right-answer", WARNING, asked.line, "None of the options is right, so this was left out.", "Mark the right one where the question comes from. If there is none, ask it as an open question.")
        return None
    counts = (lambda weight: weight > 0) if asked.several else (lambda weight: weight == top)
    right = [answer for answer in asked.answers if counts(answer.weight)]
    if asked.several and len({round(answer.weight, 2) for answer in right}) > 1:
        _weigh(asked, entry, say, "Its right options are worth different points; here each counts the same.")
    elif not asked.several and any(0 < answer.weight < top for answer in asked.answers):
        _weigh(asked, entry, say, "Some of its options are partly right. Here an option is right or wrong, so they are wrong; what is said of them stays.")
    if not asked.several and len(right) > 1:
        say("several-right", HINT, asked.line, "Any one of several options is right there. Here all of them have to be ticked.", "Look whether that is still what you ask; else leave `correct: true` under one of them.")
    data: dict[str, Any] = {}
    if len(right) == 1 and asked.several:
        data["type"] = _ticked()
    data |= {"question": asked.text, "options": [_option(answer, counts(answer.weight)) for answer in asked.answers]}
    data |= _feedback(asked, [], [], entry, partial=asked.several or len(right) > 1)
    if not asked.shuffle:
        data["shuffle"] = False
    return data


def _weigh(asked: Asked, entry: Entry, say: Say, message: str) -> None:
    entry.lost.append("Worth: " + "; ".join(f"{answer.text} {answer.weight:.0%}" for answer in asked.answers if answer.weight))
    say("unequal-weights", HINT, asked.line, message, "The weights are kept in a remark above the question.")


@cache
def _ticked() -> str:
    """Return the kind whose options are ticked."""
    return next(kind.kind() for kind in blocks.shapes(Question.fence)[Options.key] if kind.partial)


def _option(answer: Answer, correct: bool) -> Any:
    if not correct and not answer.feedback:
        return answer.text
    return {"text": answer.text} | ({"correct": True} if correct else {}) | ({"feedback": answer.feedback} if answer.feedback else {})


def _make_statement(asked: Asked, entry: Entry, say: Say) -> dict[str, Any]:
    true, false = asked.answers
    correct = true.weight > false.weight
    return {"statement": asked.text, "correct": correct} | _feedback(asked, [true if correct else false], [false if correct else true], entry, partial=False)


def _make_text(asked: Asked, entry: Entry, say: Say) -> dict[str, Any] | None:
    right = [answer for answer in asked.answers if answer.weight >= 1 and answer.text != ANY]
    if not right:
        say("no-right-answer", WARNING, asked.line, "No answer to this is wholly right, so it was left out.", "Say where it comes from which answer is worth 100 %. If any answer will do, ask it as an open question.")
        return None
    typed = list(dict.fromkeys(filter(None, (_bare(answer.text) for answer in right))))
    if not typed:
        say("wildcard", WARNING, asked.line, f"`{right[0].text[:60]}` is no answer that one could type: its `*` stands for any letters, and here answers are compared as they are written. So this was left out.", "Write the forms that people type as answers where it comes from.")
        return None
    if any("*" in answer.text.replace("\\*", "") for answer in right):
        entry.lost.append("Accepted with wildcards: " + "; ".join(answer.text for answer in right))
        untyped = [f"`{answer.text[:60]}`" for answer in right if not _bare(answer.text)]
        fate = f"{' and '.join(untyped)} {'was' if len(untyped) == 1 else 'were'} left out" if untyped else "the stars were left out"
        say("wildcard", WARNING, asked.line, f"Its `*` stood for any letters. Here answers are compared as they are written, so {fate}.", "Add the forms that people type to `answers`, or `typos: 1`.")
    if asked.exact:
        say("letter-case", HINT, asked.line, "Large and small letters made a difference there. Here they do not.", "If that is what you ask, ask it as a question with options.")
    data: dict[str, Any] = {"question": asked.text, "answers": typed}
    wrong = [answer for answer in asked.answers if answer.weight < 1 and answer.text != ANY]
    if any(answer.weight > 0 for answer in wrong):
        _weigh(asked, entry, say, "Some of its answers are partly right. Here an answer is right or wrong, so they are wrong; what is said of them stays.")
    known = {text.casefold() for text in data["answers"]}
    foreseen = {text: answer.feedback for answer in wrong if answer.feedback and (text := _bare(answer.text)) and text.casefold() not in known}
    entry.lost += [f"Feedback ({answer.text}): {answer.feedback}" for answer in wrong if answer.feedback and not _bare(answer.text)]
    if foreseen:
        data["wrong"] = foreseen
    return data | _feedback(asked, right, [answer for answer in asked.answers if answer.text == ANY], entry, partial=False)


def _bare(text: str) -> str:
    """Return an answer without the stars that stand for any letters; an escaped one is meant. Nothing where one stands inside a word: nobody can tell what is typed there."""
    if INSIDE.search(text.replace("\\*", "")):
        return ""
    return " ".join(text.replace("\\*", "\0").replace("*", " ").replace("\0", "*").split())


def _make_number(asked: Asked, entry: Entry, say: Say) -> dict[str, Any] | None:
    foreseen = []
    for answer in asked.answers:
        if answer.text != ANY and (number := as_number(answer.text)) is not None:
            foreseen.append((number, answer))
    right = [(number, answer) for number, answer in foreseen if answer.weight >= 1]
    if not right:
        say("no-right-answer", WARNING, asked.line, "No number here is wholly right, so this was left out.", "Say where it comes from which number is worth 100 %, in digits.")
        return None
    number, best = right[0]
    if len(right) > 1:
        entry.lost.append("Also right: " + "; ".join(f"{answer.text} ± {answer.reach:g}" for _, answer in right[1:]))
        say("several-right", WARNING, asked.line, "Several numbers are right there. Here it is the first of them.", "Write a middle and a `tolerance` that take in all of them, or ask by options.")
    if any(0 < answer.weight < 1 for _, answer in foreseen):
        _weigh(asked, entry, say, "Some of its numbers are partly right. Here a number is right or wrong, so they are wrong; what is said of them stays.")
    data: dict[str, Any] = {"question": asked.text, "number": write_number(number)}
    if best.reach:
        data["tolerance"] = write_number(best.reach)
    if asked.units:
        data["unit"] = asked.units if len(asked.units) > 1 else asked.units[0]
    wrong = {write_number(other): answer.feedback for other, answer in foreseen if answer.weight < 1 and answer.feedback and abs(other - number) > best.reach * (1 + 1e-9)}
    if wrong:
        data["wrong"] = wrong
    entry.lost += [f"Feedback ({answer.text} ± {answer.reach:g}): {answer.feedback}" for other, answer in foreseen if answer is not best and answer.feedback and wrong.get(write_number(other)) != answer.feedback]
    return data | _feedback(asked, [best], [answer for answer in asked.answers if answer.text == ANY], entry, partial=False)


def as_number(text: str) -> float | None:
    """Read a number as programs write it: `2.5`, `-1e3`, and `2,5` too."""
    try:
        number = float(text.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
    return number if abs(number) < 1e15 else None


def write_number(number: float) -> str:
    """Write a number so that nobody takes it for another: `1.5`, never `1.234`, which is a thousand to some."""
    text = f"{number:.10f}".rstrip("0").rstrip(".") if abs(number) < 1e12 else f"{number:.0f}"
    whole, _, rest = text.partition(".")
    return f"{text}0" if len(rest) == 3 and whole.lstrip("-") not in ("", "0") and len(whole.lstrip("-")) <= 3 else text or "0"


def _make_pairs(asked: Asked, entry: Entry, say: Say) -> dict[str, Any]:
    pairs = [(left, " ".join(right.split())) for left, right in asked.pairs if left]
    extra = list(dict.fromkeys(right for left, right in asked.pairs if not left and right))
    simple = len({left for left, _ in pairs}) == len(pairs) and all(len(left) <= PLAIN and "\n" not in left and "![" not in left for left, _ in pairs)
    data: dict[str, Any] = {"question": asked.text, "match": dict(pairs) if simple else [{"left": left, "right": right} for left, right in pairs]}
    if extra:
        data["extra"] = extra
    return data | _feedback(asked, [], [], entry, partial=True)


def _make_gaps(asked: Asked, entry: Entry, say: Say) -> dict[str, Any]:
    return dict(blanks=asked.text) | _feedback(asked, [], [], entry, partial=True)


def _make_order(asked: Asked, entry: Entry, say: Say) -> dict[str, Any]:
    return {"question": asked.text, "order": [_option(answer, False) for answer in asked.answers]} | _feedback(asked, [], [], entry, partial=True)


def _make_open(asked: Asked, entry: Entry, say: Say) -> dict[str, Any]:
    answer = asked.right or asked.general
    if not asked.right:
        asked.general = ""
    if not answer:
        say("no-model-answer", WARNING, asked.line, "Nothing here says what a good answer is, and learners compare their own with one.", "Write `model_answer:` where it now says `…`.")
    return {"question": asked.text, "model_answer": answer or "…"}


MAKERS: dict[Shape, Callable[[Asked, Entry, Say], dict[str, Any] | None]] = {
    Shape.multichoice: _make_options,
    Shape.truefalse: _make_statement,
    Shape.shortanswer: _make_text,
    Shape.numerical: _make_number,
    Shape.match: _make_pairs,
    Shape.multianswer: _make_gaps,
    Shape.ordering: _make_order,
    Shape.essay: _make_open,
}
