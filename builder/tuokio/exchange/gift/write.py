"""One of our questions as GIFT."""

from __future__ import annotations

import re

from tuokio.exchange.asked import ANY, Asked, Shape
from tuokio.exchange.entry import Item
from tuokio.exchange.gaps import read_gaps
from tuokio.exchange.leaving import leave, tell
from tuokio.finding import Finding, Severity

RESERVED = re.compile(r"[\\~=#{}:]")
MARKUP = re.compile(r"[\\*_`\[<|]|^\s*(?:[-+>#]|\d+[.)])\s|\n", re.M)
"""What makes a text Markdown to whoever reads it."""
PICTURE = re.compile(r"!\[([^\]]*)\]\(<?([^)>]*)>?\)")


def write_item(item: Item, findings: list[Finding]) -> str | None:
    """Return a question as GIFT, or None after a finding."""
    asked = leave(item, findings)
    if asked is None:
        return None
    answers = _write_answers(asked, item, findings)
    if answers is None:
        return None
    missing = [what for what, there in (("hints", asked.hints), ("feedback by how it went", asked.correct or asked.partly or asked.wrong), ("points", asked.points != (0 if asked.shape is Shape.essay else 1)), ("shuffle: false", not asked.shuffle and asked.shape in (Shape.multichoice, Shape.match)), ("the unit", asked.units)) if there]
    if missing:
        tell(item, findings, "not-carried", Severity.HINT, f"GIFT has no place for {', '.join(missing)}.", "Moodle XML has: `tuokio export --format moodle`.")
    texts = [asked.text, asked.general, *(text for answer in asked.answers for text in (answer.text, answer.feedback)), *(left for left, _ in asked.pairs)]
    if any("![" in text for text in texts):
        tell(item, findings, "picture-not-carried", Severity.WARNING, "GIFT cannot carry pictures, so their descriptions stand in their places.", "Moodle XML can: `tuokio export --format moodle`.")
    head = f"// [id:{asked.id}]" + "".join(f" [tag:{tag}]" for tag in asked.tags)
    before, _, after = asked.text.partition("\0")
    after = _escape(PICTURE.sub(r"\1", after.strip()))
    return f"{head}\n::{_escape(asked.id)}::{_text(before)}{answers}{f' {after}' if after else ''}\n"


def _write_answers(asked: Asked, item: Item, findings: list[Finding]) -> str | None:
    general = asked.general
    if asked.shape is Shape.essay:
        if asked.right and general:
            tell(item, findings, "not-carried", Severity.HINT, "GIFT has one text for what is said in the end, so the model answer is there and `explanation` is not.", "Moodle XML has both: `tuokio export --format moodle`.")
        return f"{{####{_text(asked.right or general)}}}"
    last = f"\t####{_text(general)}\n" if general else ""
    if asked.shape is Shape.truefalse:
        true, false = asked.answers
        right, wrong = (true, false) if true.weight else (false, true)
        said = f"#{_text(wrong.feedback)}#{_text(right.feedback)}" if wrong.feedback or right.feedback else ""
        return f"{{{'TRUE' if true.weight else 'FALSE'}{said}{f'####{_text(general)}' if general else ''}}}"
    if asked.shape is Shape.multianswer:
        return _write_gap(asked, item, findings, last)
    if asked.shape is Shape.match:
        rows = [f"={_text(left)} -> {_escape(_bare(right))}" for left, right in asked.pairs]
    elif asked.shape is Shape.ordering:
        rows = [_text(answer.text) for answer in asked.answers]
        return f"{{>{len(rows)} ALL VERTICAL ABSOLUTE_POSITION SHOW\n" + "".join(f"\t{row}\n" for row in rows) + last + "}"
    else:
        if asked.shape is Shape.multichoice and not asked.several and not asked.partly:  # said of each option, it is said all the same
            for answer in asked.answers:
                answer.feedback = "\n\n".join(filter(None, (answer.feedback, asked.correct if answer.weight else asked.wrong)))
            asked.correct = asked.wrong = ""
        rows = [_write_answer(asked, answer.text, answer.weight, answer.reach, answer.feedback) for answer in asked.answers]
    return "{" + ("#" if asked.shape is Shape.numerical else "") + "\n" + "".join(f"\t{row}\n" for row in rows) + last + "}"


def _write_answer(asked: Asked, text: str, weight: float, reach: float, feedback: str) -> str:
    said = f"#{_text(feedback)}" if feedback else ""
    if asked.shape is Shape.multichoice:
        share = f"{weight * 100:.5f}".rstrip("0").rstrip(".")
        return (f"~%{share}%" if asked.several else "=" if weight else "~") + _text(text) + said
    if asked.shape is Shape.numerical:
        return f"~{said}" if text == ANY else f"=%{weight:.0%}".rstrip("%") + f"%{text}:{reach:.10f}".rstrip("0").rstrip(".") + said
    return f"=%{weight * 100:.0f}%{_escape(text)}{said}"


def _write_gap(asked: Asked, item: Item, findings: list[Finding], last: str) -> str | None:
    """Write a text with one gap as a sentence with its answer in the middle; GIFT has no more than that."""
    pieces = list(read_gaps(asked.text))
    if len(pieces) != 2 or not pieces[1][2].strip() or "\n\n" in asked.text.strip():
        tell(item, findings, "not-exported", Severity.WARNING, "GIFT has no text with several gaps, so this was left out.", "Moodle XML has: `tuokio export --format moodle`.")
        return None
    before, (texts, right, after) = pieces[0][2], pieces[1]
    asked.text = f"{before}\0{after}"
    sign = ["~" if right is not None and number != right else "=" for number in range(len(texts))]
    return "{" + " ".join(f"{mark}{_escape(text)}" for mark, text in zip(sign, texts, strict=True)) + (f" {last.strip()}" if last else "") + "}"


def _text(text: str) -> str:
    """Return Markdown as a text of GIFT, told to be Markdown where it shows."""
    text = PICTURE.sub(r"\1", text.strip())
    return ("[markdown]" if MARKUP.search(text) else "") + _escape(text)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).split())


def _escape(text: str) -> str:
    return RESERVED.sub(r"\\\g<0>", text).replace("\n", "\\n")
