"""GIFT: Moodle's questions as a text that people write by hand. Read and written as Moodle itself does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from tuokio.exchange import markup
from tuokio.exchange.arriving import Say, arrive, as_number
from tuokio.exchange.asked import ANY, Answer, Asked, Shape
from tuokio.exchange.categories import name_category
from tuokio.exchange.entry import Entry, Item
from tuokio.exchange.gaps import write_gap
from tuokio.exchange.gift.passage import ESCAPED, REMARK, cut
from tuokio.exchange.gift.write import write_item
from tuokio.exchange.markup import DANGEROUS
from tuokio.exchange.original import LONGEST, cut_long, note, read_text, warn_of_lost_markup
from tuokio.finding import Finding, Severity

NAME = "gift"
SUFFIXES = (".gift", ".txt")
MOST_ANSWERS = 100
BEGIN = 0xE100
"""Signs after a backslash stand here while a question is taken apart, where no sign of the grammar is."""
BACK = {BEGIN + ord(sign): "\n" if sign == "n" else sign for sign in "\\~=#{}:n"}
WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")
MARKED = re.compile(r"\[(id|tag):([^\]]+)\]")
GIFT = re.compile(rb"^\s*(?://|::|\$CATEGORY:)|\{\s*(?:[=~#]|T(?:RUE)?\s*[#}]|F(?:ALSE)?\s*[#}]|\})", re.M)
GAP = "\ue0f1"
"""Stands where the answer was in the middle of a sentence."""


def recognises(name: str, head: bytes) -> bool:
    """Say whether a text has names, categories or answers as GIFT writes them."""
    return name.endswith(SUFFIXES) and (name.endswith(".gift") or bool(GIFT.search(head.replace(b"\0", b""))) and not re.search(rb"^ANSWER:", head, re.M))


def read(file: bytes, path: Path, findings: list[Finding]) -> Iterator[Entry]:
    """Yield the questions of a GIFT file."""
    text = read_text(file, path, findings)
    if text is None:
        return
    say: Say = partial(note, path, findings)
    heading = ""
    for line, chunk in cut(text):
        if len(chunk) > LONGEST:
            cut_long(Asked(Shape.essay, chunk, line), say)
            continue
        id, tags = "", []
        if "//" in chunk and (remarks := REMARK.findall(chunk)):
            for key, value in MARKED.findall(" ".join(remarks)):
                if key == "id":
                    id = value.strip()
                else:
                    tags.append(value.strip())
            chunk = REMARK.sub("", chunk)
        chunk = chunk.rstrip()
        if chunk.lstrip().startswith("$CATEGORY:"):
            first, _, rest = chunk.lstrip().partition("\n")
            heading = name_category(first[10:])
            line, chunk = line + chunk[: chunk.index("$CATEGORY:")].count("\n") + 1, rest
        if not chunk.strip():
            continue
        line += chunk[: len(chunk) - len(chunk.lstrip())].count("\n")
        asked = _read(chunk.strip(), line, say)
        if asked is None:
            continue
        asked.heading, asked.tags, asked.id = heading, tags, id
        warn_of_lost_markup(chunk, line, say, kept=bool(DANGEROUS.search(repr(asked))))  # HTML is cleaned; of Markdown and plain texts every sign stays
        if "<img" in chunk:
            say("missing-picture", Severity.WARNING, line, "GIFT cannot carry pictures, so what this one shows was left out, but for its description.", "Put it into `media/` and show it with `![…](media/…)`; or export Moodle XML, which has pictures inside.")
        if entry := arrive(asked, say):
            yield entry


def _read(chunk: str, line: int, say: Say) -> Asked | None:
    """Take one question apart."""
    if "\\" in chunk:
        chunk = ESCAPED.sub(lambda match: chr(BEGIN + ord(match[1])), chunk)
    name = ""
    if chunk.startswith("::") and (end := chunk.find("::", 2)) > 0:
        name, chunk = chunk[2:end].translate(BACK).strip(), chunk[end + 2 :].strip()
    start, end = chunk.find("{"), chunk.find("}")
    if start < 0 and end < 0:
        style, text = _format(chunk, "moodle")
        return Asked(Shape.description, _text(text, style), line, name)
    if start < 0 or end < start:
        missing = "{" if start < 0 or 0 <= end < start else "}"
        say("unread-question", Severity.WARNING, line, f"This question has no `{missing}`, so its answers cannot be told from its text.", f"Add it, or write `\\{'}' if missing == '{' else '{'}` if the other one is meant as a sign. The other questions were taken over.")
        return None
    before, answers, after = chunk[:start].rstrip(), chunk[start + 1 : end].strip(), chunk[end + 1 :]
    general = ""
    if "####" in answers:
        answers, _, general = answers.rpartition("####")
        answers = answers.strip()
    if "{" in answers or "{" in after:
        say("second-answer", Severity.WARNING, line, "There is a second `{` in this question, and a question has its answers in one place.", "Look whether a `}` or a line end is missing; write `\\{` where it is meant as a sign, or ask by a text with several gaps.")
    style, stem = _format(before, "moodle")
    inside = bool(after.strip())
    text = _text(f"{stem} {GAP}{after}" if inside else stem, style)
    asked = Asked(Shape.essay, text, line, name, general=_text(general, style))
    fault = _read_answers(asked, answers, style)
    if fault:
        say("unread-question", Severity.WARNING, line, *fault)
        return None
    if inside:
        _place_gap(asked)
    if not asked.text:
        say("unread-question", Severity.WARNING, line, "There are answers here, but nothing is asked.", "Write the question before the `{`, and no empty line between the two. The other questions were taken over.")
        return None
    return cut_long(asked, say)


def _read_answers(asked: Asked, answers: str, style: str) -> tuple[str, str] | None:
    """Read what stands between the braces into `asked`; return fault and cure if it cannot be read."""
    plain = answers.partition("#")[0].strip()
    if not answers:
        return None
    if answers.startswith("#"):
        return _read_numbers(asked, answers[1:], style)
    if answers.startswith(">"):
        asked.shape = Shape.ordering
        asked.answers = [Answer(_text(row, style)) for row in answers.split("\n")[1:] if row.strip()]
    elif "~" in answers:
        asked.shape, asked.several = Shape.multichoice, "=" not in answers
        rows = answers.replace("=", "~=").split("~")
        asked.answers = [_answer(row.strip(), style) for number, row in enumerate(rows) if row.strip() or number]
    elif "=" in answers and "->" in answers:
        asked.shape = Shape.match
        for row in answers.split("="):
            if row.strip():
                left, arrow, right = row.partition("->")
                if not arrow:
                    return "One of these pairs has no `->` between its two sides.", "Write each pair as `=left -> right`. The other questions were taken over."
                asked.pairs.append((_text(left, style), _bare(right)))
    elif plain in ("T", "TRUE", "F", "FALSE"):
        asked.shape = Shape.truefalse
        wrong, right = ([_text(part, style) for part in answers.split("#", 2)[1:]] + ["", ""])[:2]
        true = plain.startswith("T")
        asked.answers = [Answer("true", float(true), right if true else wrong), Answer("false", float(not true), wrong if true else right)]
    else:
        asked.shape = Shape.shortanswer
        asked.answers = [_answer(row.strip(), style, worth=1, typed=True) for number, row in enumerate(answers.split("=")) if row.strip() or number > 1]
    if len(asked.answers) > MOST_ANSWERS:
        return f"There are more than {MOST_ANSWERS} answers.", "Look whether a `}` is missing. The other questions were taken over."
    return None


def _read_numbers(asked: Asked, answers: str, style: str) -> tuple[str, str] | None:
    asked.shape = Shape.numerical
    answers, tilde, wrong = answers.partition("~")
    for row in answers.split("="):
        if not row.strip():
            continue
        answer = _answer(row.strip(), style, worth=1, typed=True)
        low, dots, high = answer.text.partition("..")
        number, colon, reach = answer.text.partition(":")
        if dots:
            ends = as_number(low), as_number(high)
            if None not in ends:
                answer.text, answer.reach = repr((ends[0] + ends[1]) / 2), round(abs(ends[1] - ends[0]) / 2, 12)
        elif colon:
            answer.text, far = number.strip(), as_number(reach)
            if far is None:
                return f"`{reach.strip()}` is not a number.", "Write a tolerance in digits: `{#1822:5}`. The other questions were taken over."
            answer.reach = abs(far)
        if answer.text != ANY and as_number(answer.text) is None:
            return f"`{answer.text}` is not a number.", "After `{#` write it in digits, such as `{#12.5:0.1}` or `{#10..15}`. The other questions were taken over."
        asked.answers.append(answer)
    if tilde:
        asked.answers.append(Answer(ANY, 0, _text(wrong.partition("#")[2] or wrong, style)))
    return None


def _answer(row: str, style: str, worth: float = 0, *, typed: bool = False) -> Answer:
    """Read one answer: `=right#why`, `~%50%half#why`."""
    if row.startswith("="):
        row, worth = row[1:].lstrip(), 1
    if row.startswith("%") and (match := WEIGHT.match(row)):
        row, worth = row[match.end() :], float(match[1]) / 100
    text, _, feedback = row.partition("#")
    return Answer(_bare(text) if typed else _text(text, style), worth, _text(feedback, style))


def _format(text: str, style: str) -> tuple[str, str]:
    """Return how a text is written, and the text."""
    text = text.strip()
    match = FORMAT.match(text) if text.startswith("[") else None
    return (match[1], text[match.end() :]) if match else (style, text)


def _text(text: str, style: str) -> str:
    """Return a text as Markdown."""
    text = text.strip()
    if not text:
        return ""
    style, text = _format(text, style)
    text = text.translate(BACK).strip()
    if style == "markdown":
        return text
    if style == "html" or style == "moodle" and markup.is_html(text):
        return markup.from_html(text.replace("\n", "<br>") if style == "moodle" else text, lambda source: "")
    return markup.from_plain(text)


def _bare(text: str) -> str:
    """Return what is compared with what people type: no markup."""
    text = " ".join(_format(text, "")[1].translate(BACK).split())
    return markup.strip_tags(text) if markup.is_html(text) else text


def _place_gap(asked: Asked) -> None:
    """Make a gap of an answer in the middle of a sentence; where more is said of the answers, a line to fill in one's head."""
    typed = asked.shape is Shape.shortanswer and all(answer.weight >= 1 for answer in asked.answers)
    picked = asked.shape is Shape.multichoice and [answer.weight for answer in asked.answers if answer.weight] == [1]
    if (typed or picked) and not any(answer.feedback or "*" in answer.text for answer in asked.answers):
        gap = write_gap([answer.text for answer in asked.answers], next((number for number, answer in enumerate(asked.answers) if answer.weight), 0) if picked else None)
        asked.shape, asked.text, asked.answers = Shape.multianswer, asked.text.replace(GAP, gap), []
    else:
        asked.text = asked.text.replace(GAP, "_____")


def write(items: Iterable[Item], findings: list[Finding]) -> bytes:
    """Return a GIFT file, a category for each module and bank."""
    rows, heading = [], None
    for item in items:
        if (text := write_item(item, findings)) is not None:
            if item.heading != heading:
                heading = item.heading
                rows.append(f"$CATEGORY: {' '.join(heading.replace('/', '//').split())}\n")
            rows.append(text)
    return "\n".join(rows).encode()
