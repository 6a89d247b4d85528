"""One row of a question list, or several that belong together, as a question: the shape is told by what is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tuokio.blocks.typed import read_number
from tuokio.exchange.arriving import write_number
from tuokio.exchange.entry import Entry
from tuokio.exchange.markup import from_plain
from tuokio.exchange.table.answers import LONG, is_truth, name_options, read_truth, split_answers
from tuokio.finding import Severity

Say = Callable[[str, Severity, int, str, str], None]
"""Takes a finding: id, severity, column (from 0; -1 is the row), message, cure."""
WARNING, HINT = Severity.WARNING, Severity.HINT
PAIR = re.compile(r"\s*(?:=>|->|→|=|\|)\s*")
TYPES = {
    "options": "valinta|monivalinta|yksivalinta|moni|choice|multiple choice|single choice|multichoice|mc|mcq|multiple select|checkbox|quiz|flerval|flervalsfråga|enval|envalsfråga|val",
    "statement": "oikein/väärin|tosi/epätosi|väite|väittämä|totta/tarua|true/false|truefalse|true or false|tf|t/f|sant/falskt|rätt/fel|påstående|statement",
    "open": "avoin|avoin kysymys|essee|oma vastaus|öppen|öppen fråga|essä|open|open ended|open-ended|essay|long answer",
    "answers": "sana|lyhyt|lyhyt vastaus|teksti|ord|kort|kortsvar|kort svar|text|word|short answer|shortanswer|short|fill in|fill-in-the-blank|fill in the blank",
    "number": "luku|numero|numeerinen|tal|numerisk|nummer|number|numeric|numerical",
    "match": "yhdistä|yhdistely|parit|para ihop|par|matchning|match|matching|pairs",
    "order": "järjestä|järjestys|ordna|ordning|ordningsföljd|order|ordering|reorder|sequence",
}
KINDS = {word: kind for kind, words in TYPES.items() for word in words.split("|")}


@dataclass(slots=True)
class Asked:
    """What a row says, by what its columns are. Texts are plain, as they were typed."""

    line: int
    question: str = ""
    options: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """Of each option what is said to who chooses it."""
    marked: list[int] = field(default_factory=list)
    """Options that have a mark of their own."""
    correct: list[tuple[str, int]] = field(default_factory=list)
    """What is said to be right, each with its column."""
    wrong: list[str] = field(default_factory=list)
    single: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By role the text and its column."""
    hints: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def get(self, role: str) -> str:
        """Return what stands in the column of a role."""
        return self.single.get(role, ("", 0))[0]


def make(asked: Asked, say: Say) -> Entry | None:
    """Return a question as its author would write it, or None after a finding."""
    kind = _tell_kind(asked, say)
    data = MAKERS[kind](asked, say) if kind else None
    if data is None:
        return None
    if asked.hints:
        texts = [from_plain(text) for text in asked.hints]
        data |= {"hint": texts[0]} if len(texts) == 1 else {"hints": texts}
    if "explanation" in asked.single and "model_answer" not in data:
        data["explanation"] = from_plain(asked.get("explanation"))
    elif "explanation" in asked.single and data["model_answer"] != from_plain(asked.get("explanation")):
        data["explanation"] = from_plain(asked.get("explanation"))
    _add_points(asked, data, say)
    if tags := [part for part in re.split(r"\s*[,;#\n]\s*", asked.get("tags")) if part]:
        data["tags"] = list(dict.fromkeys(tags))
    return Entry(data, asked.line, asked.get("heading"), asked.get("name"), lost=asked.lost)


def _tell_kind(asked: Asked, say: Say) -> str | None:
    """Return what a question is written with, by its type if it says one, else by what there is."""
    named = asked.get("type").casefold().strip(" .")
    kind = KINDS.get(named)
    if named and not kind:
        say("unknown-type", HINT, asked.single["type"][1], f"`{asked.get('type')}` is no type of question that is known here, so it was told by what the row holds.", "Known are: valinta, väite, sana, luku, avoin, yhdistä, järjestä.")
    if kind in ("match", "order"):
        return kind
    answer = asked.correct[0][0] if asked.correct else ""
    if asked.options and kind not in ("answers", "number", "open"):
        return "statement" if kind == "statement" or is_truth(asked.options) else "options"
    if asked.wrong:
        return "options"
    if kind == "options" or (not answer and kind not in ("open", "answers", "number")):
        say("no-options", WARNING, -1, "has no options to choose from" if answer or kind else "has neither options nor an answer", "Write the options into columns of their own and the letter of the right one into the column of the right answer.")
        return None
    if kind:
        return kind
    if read_truth(answer) is not None and not asked.question.rstrip().endswith("?"):
        return "statement"
    if (reading := read_number(answer)) and not re.match(r"0\d", answer) and (not reading.unit or len(reading.unit) < 12):
        return "number"
    return "open" if max(map(len, split_answers(answer)), default=0) > LONG or re.search(r"\w[.!]\s+\w.*[.!]$", answer, re.S) else "answers"


def _make_options(asked: Asked, say: Say) -> dict[str, Any] | None:
    options = list(asked.options)
    right = asked.marked
    if not right and asked.wrong and asked.correct:  # the right ones stand alone, beside the wrong ones
        right = list(range(len(asked.correct)))
        options = [text for text, _ in asked.correct] + asked.wrong
    elif not right:
        right = _find_right(asked, options, say)
    if right is None:
        return None
    if not right:
        say("no-right-answer", WARNING, -1, "does not say which option is right", "Write its letter or number into the column of the right answer.")
        return None
    said = asked.said + [""] * len(options)
    return {"question": from_plain(asked.question), "options": [_option(option, number in right, said[number]) for number, option in enumerate(options) if option]} | _feedback(asked, several=len(right) > 1)


def _find_right(asked: Asked, options: list[str], say: Say) -> list[int] | None:
    """Return the options that are said to be right, None after a finding."""
    right: list[int] = []
    for text, column in asked.correct:
        named, twofold = name_options(text, options)
        if not named:
            say("no-right-answer", WARNING, column, f"says that `{text[:40]}` is right, and no option is that", f"Write the letter of an option, A to {chr(64 + len(options))}, or its text just as it stands there.")
            return None
        if twofold:
            say("ambiguous-answer", WARNING, column, f"says `{text}`, which may be an option's text or its number; it was taken for the text", "If the number is meant, write the letter instead.")
        right += named
    return sorted(set(right))


def _option(text: str, correct: bool, feedback: str) -> Any:
    if not correct and not feedback:
        return from_plain(text)
    return {"text": from_plain(text)} | ({"correct": True} if correct else {}) | ({"feedback": from_plain(feedback)} if feedback else {})


def _feedback(asked: Asked, *, several: bool = False) -> dict[str, Any]:
    """Return what is said by how it went. What is said of half an answer is for those with several right options."""
    roles = (("correct", "praise"), *((("partly", "partly"),) if several else ()), ("wrong", "rebuke"))
    said = {key: from_plain(asked.get(role)) for key, role in roles if asked.get(role)}
    whole = from_plain(asked.get("feedback"))
    if said and whole:
        return {"feedback": {"correct": whole, "wrong": whole} | said}
    return {"feedback": said or whole} if said or whole else {}


def _make_statement(asked: Asked, say: Say) -> dict[str, Any] | None:
    answer, column = asked.correct[0] if asked.correct else ("", -1)
    correct = read_truth(answer)
    told: dict[str, str] = {}
    if asked.options:
        right = asked.marked or (name_options(answer, asked.options)[0] if answer else [])
        if len(right) == 1 and len(asked.options) == 2:
            correct = read_truth(asked.options[right[0]])
            said = asked.said + ["", ""]
            told = {key: from_plain(said[number]) for key, number in (("correct", right[0]), ("wrong", 1 - right[0])) if said[number]}
    if correct is None:
        say("no-right-answer", WARNING, column, "does not say whether its statement is true", "Write `Tosi` or `Epätosi`, `Sant` or `Falskt`, `True` or `False` into the column of the right answer.")
        return None
    return {"statement": from_plain(asked.question), "correct": correct} | ({"feedback": told} if told else _feedback(asked))


def _make_answers(asked: Asked, say: Say) -> dict[str, Any] | None:
    answers = [answer for text, _ in asked.correct for answer in split_answers(text)] + [option for option in asked.options if option]
    if not answers:
        return _miss(say)
    return {"question": from_plain(asked.question), "answers": list(dict.fromkeys(answers))} | _feedback(asked)


def _make_number(asked: Asked, say: Say) -> dict[str, Any] | None:
    text, column = asked.correct[0] if asked.correct else (asked.options[0] if asked.options else "", -1)
    reading = read_number(text)
    if not reading:
        if not text:
            return _miss(say)
        say("no-right-answer", WARNING, column, f"asks for a number, and `{text[:40]}` is none", "Write it in digits: `2,5`.")
        return None
    if len(reading.values) > 1:
        say("ambiguous-answer", WARNING, column, f"says `{text}`, which is a thousand to some and a small number to others; it was taken for {reading.values[0]:g}", "Write it without the sign between its digits.")
    data: dict[str, Any] = {"question": from_plain(asked.question), "number": write_number(reading.values[0])}
    if tolerance := asked.get("tolerance").lstrip("± "):
        if read_number(tolerance.rstrip("% ")):
            data["tolerance"] = tolerance.replace(" ", "")
        else:
            say("unread-cell", WARNING, asked.single["tolerance"][1], f"has the tolerance `{tolerance}`, which is no number, so it was left out", "Write `0,1`, or `5%`.")
    if unit := asked.get("unit") or re.sub(r"^[\s\d.,+\-−½¼¾/]+", "", text).strip():
        data["unit"] = unit
    return data | _feedback(asked)


def _make_open(asked: Asked, say: Say) -> dict[str, Any] | None:
    model = "\n\n".join(text for text, _ in asked.correct) or asked.get("explanation") or asked.get("feedback")
    if not model:
        say("no-model-answer", WARNING, -1, "has no model answer, and learners compare their own with one", "Write what a good colleague would say where the module now says `…`.")
        model = "…"
    rest = _feedback(asked) if asked.get("feedback") != model else {}
    return {"question": from_plain(asked.question), "model_answer": from_plain(model)} | rest


def _make_match(asked: Asked, say: Say) -> dict[str, Any] | None:
    cells = [cell for cell in asked.options if cell] or [cell for text, _ in asked.correct for cell in split_answers(text)]
    pairs = [PAIR.split(cell, maxsplit=1) for cell in cells]
    if len(pairs) < 2 or any(len(pair) < 2 or not all(pair) for pair in pairs):
        say("no-pairs", WARNING, -1, "asks what goes with what, and not every option is a pair", "Write each pair into a column of the options, with `=` between its sides: `Kuitti = todistaa oston`.")
        return None
    sides = [{"left": from_plain(left), "right": from_plain(" ".join(right.split()))} for left, right in pairs]
    simple = len({side["left"] for side in sides}) == len(sides) and all("\n" not in cell for cell in cells)
    return {"question": from_plain(asked.question), "match": {side["left"]: side["right"] for side in sides} if simple else sides} | _feedback(asked)


def _make_order(asked: Asked, say: Say) -> dict[str, Any] | None:
    things = [option for option in asked.options if option] or [part for text, _ in asked.correct for part in split_answers(text)]
    if len(things) < 2:
        say("no-options", WARNING, -1, "asks for an order, and has nothing to put in order", "Write the things into the columns of the options, in the right order.")
        return None
    if asked.options and asked.correct:  # `B, A, C` is the order of the options
        letters = re.findall(r"[A-Z]|\d+", asked.correct[0][0].upper())
        places = [int(one) - 1 if one.isdigit() else ord(one) - 65 for one in letters]
        if sorted(places) == list(range(len(things))):
            things = [things[place] for place in places]
    said = dict(zip(asked.options, asked.said, strict=False))
    return {"question": from_plain(asked.question), "order": [_option(thing, False, said.get(thing, "")) for thing in things]} | _feedback(asked)


def _miss(say: Say) -> None:
    say("no-right-answer", WARNING, -1, "does not say what the right answer is", "Write it into the column of the right answer.")


def _add_points(asked: Asked, data: dict[str, Any], say: Say) -> None:
    text = asked.get("points")
    if not text:
        return
    reading = read_number(text)
    if reading and 0 <= reading.values[0] <= 1000:
        points = reading.values[0]
        if points != 1 and "model_answer" not in data:
            data["points"] = int(points) if points == int(points) else points
    else:
        say("unread-cell", WARNING, asked.single["points"][1], f"has `{text[:20]}` for points, which is no number up to 1000, so it counts one point", "Write a number.")


MAKERS: dict[str, Callable[[Asked, Say], dict[str, Any] | None]] = {
    "options": _make_options,
    "statement": _make_statement,
    "answers": _make_answers,
    "number": _make_number,
    "open": _make_open,
    "match": _make_match,
    "order": _make_order,
}
