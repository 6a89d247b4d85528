"""Moodle XML: what a Moodle exports of its question bank, with pictures, hints and feedback."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from tuokio.exchange import markup
from tuokio.exchange.arriving import Say, arrive, as_number
from tuokio.exchange.asked import ANY, Answer, Asked, Shape
from tuokio.exchange.categories import name_category
from tuokio.exchange.entry import Entry, Item
from tuokio.exchange.gaps import write_gap
from tuokio.exchange.moodle.cloze import CODE, Unfit, read_code
from tuokio.exchange.moodle.texts import Texts
from tuokio.exchange.moodle.tree import Node, parse
from tuokio.exchange.moodle.write import write_items
from tuokio.exchange.original import LONGEST, cut_long, note, warn_of_lost_markup
from tuokio.finding import Finding, Severity

NAME = "moodle"
SUFFIXES = (".xml",)
ROOT = re.compile(rb"<quiz[\s>]|<question\s+type=")
MARK, AFTER = "\ue0f2", "\ue0f3"
"""Stand around a gap's number while the text around it becomes Markdown."""
PLACE = re.compile(r"\[\[(\d{1,2})\]\]")
UNKNOWN = "Ask it in another way: by options, pairs or a list in order. The other questions were taken over."


def recognises(name: str, head: bytes) -> bool:
    """Say whether a file is XML with a quiz in it."""
    if name.endswith((".md", ".markdown")):  # Markdown quizzes have a tag of that name
        return False
    return bool(ROOT.search(head.replace(b"\0", b""))) or name.endswith(SUFFIXES) and b"<" in head


def read(file: bytes, path: Path, findings: list[Finding]) -> Iterator[Entry]:
    """Yield the questions of a Moodle XML file."""
    say: Say = partial(note, path, findings)
    heading = ""
    for node in parse(file, path, findings):
        if node.tag != "question":
            continue
        kind = node.attributes.get("type", "")
        if kind == "category":
            heading = name_category(markup.strip_tags(node.say("category")))
            continue
        texts = Texts(node.line, say)
        asked = _read(kind, node, texts, heading, say)
        for raw in texts.raw:
            warn_of_lost_markup(raw, node.line, say)
        if asked and cut_long(asked, say) and (entry := arrive(asked, say)):
            yield entry


def _read(kind: str, node: Node, texts: Texts, heading: str, say: Say) -> Asked | None:
    """Return a question as Moodle has it, or None after a finding."""
    reader = READERS.get(kind)
    if reader is None:
        say("unknown-question", Severity.WARNING, node.line, f"This is a question of the kind `{kind[:40]}`, and there is no such kind here. It was left out{_quote(node)}.", UNKNOWN)
        return None
    shape, fill = reader
    body = node.find("questiontext")
    style = (body.attributes.get("format") if body else "") or "html"
    plain = fill in (_fill_gaps, _fill_places)
    asked = Asked(
        shape,
        "" if plain else texts.read(body),
        node.line,
        node.say("name"),
        heading=heading,
        id=node.say("idnumber"),
        general=texts.read(node.find("generalfeedback"), style),
        correct=texts.read(node.find("correctfeedback"), style),
        partly=texts.read(node.find("partiallycorrectfeedback"), style),
        wrong=texts.read(node.find("incorrectfeedback"), style),
        hints=[text for hint in node.all("hint") if (text := texts.read(hint.find("hintcontent") or hint, style))],
        shuffle=node.say("shuffleanswers").lower() not in ("0", "false"),
        tags=[" ".join(tag.say("text").split()) for group in node.all("tags") for tag in group.all("tag")],
        pictures=texts.pictures,
    )
    if (old := node.find("image_base64")) and (place := texts.take_old(node.say("image"), old.text)):
        asked.text = f"{asked.text}\n\n![]({place})".strip()
    points = as_number(node.say("defaultgrade") or "1")
    asked.points = points if points is not None and 0 <= points <= 1000 else 1
    if (fault := fill(asked, node, texts, style)) is not None:
        say("unread-question", Severity.WARNING, node.line, f"{fault}, so this was left out{_quote(node)}.", "Mend it where it comes from and export again. The other questions were taken over.")
        return None
    if not asked.text:
        say("unread-question", Severity.WARNING, node.line, f"Nothing is asked here, so this was left out{_quote(node)}.", "Write its text where it comes from. The other questions were taken over.")
        return None
    return asked


def _quote(node: Node) -> str:
    name = " ".join(node.say("name").split())
    return f": “{name[:60]}”" if name else ""


def _answers(node: Node, texts: Texts, style: str, *, typed: bool) -> Iterator[Answer]:
    for answer in node.all("answer"):
        weight = as_number(answer.attributes.get("fraction") or answer.say("fraction") or "0") or 0
        text = answer.say("text") or answer.text.strip()
        reach = as_number(answer.say("tolerance") or "0") if typed else 0
        yield Answer(markup.strip_tags(text) if typed and markup.is_html(text) else text if typed else texts.read(answer, style), weight / 100, texts.read(answer.find("feedback"), style), abs(reach or 0))


def _fill_options(asked: Asked, node: Node, texts: Texts, style: str) -> str | None:
    asked.several = node.say("single").lower() in ("false", "0")
    asked.answers = list(_answers(node, texts, style, typed=False))
    return None if len(asked.answers) > 1 else "There are fewer than two options"


def _fill_statement(asked: Asked, node: Node, texts: Texts, style: str) -> str | None:
    answers = list(_answers(node, texts, style, typed=True))
    if len(answers) != 2 or answers[0].weight == answers[1].weight:
        return "It does not say whether the statement is true"
    asked.answers = answers if answers[0].text.lower() != "false" else answers[::-1]  # words of another language stand in the old order
    return None


def _fill_text(asked: Asked, node: Node, texts: Texts, style: str) -> str | None:
    asked.exact = node.say("usecase") == "1"
    asked.answers = list(_answers(node, texts, style, typed=True))
    return None if asked.answers else "There is no answer"


def _fill_number(asked: Asked, node: Node, texts: Texts, style: str) -> str | None:
    asked.answers = [answer for answer in _answers(node, texts, style, typed=True)]
    for answer in asked.answers:
        answer.text = answer.text or ANY
    for unit in (unit for units in node.all("units") for unit in units.all("unit")):
        if as_number(unit.say("multiplier") or "1") == 1:
            asked.units.append(unit.say("unit_name"))
        else:
            asked.lost.append(f"Also in {unit.say('unit_name')} (times {unit.say('multiplier')})")
    return None if asked.answers else "There is no answer"


def _fill_pairs(asked: Asked, node: Node, texts: Texts, style: str) -> str | None:
    for pair in node.all("subquestion"):
        right = pair.find("answer")
        asked.pairs.append((texts.read(pair, style), markup.strip_tags(right.say("text")) if right else ""))
    return None if sum(bool(left) for left, _ in asked.pairs) > 1 else "There are fewer than two pairs"


def _fill_order(asked: Asked, node: Node, texts: Texts, style: str) -> str | None:
    asked.answers = sorted(_answers(node, texts, style, typed=False), key=lambda answer: answer.weight)
    if len({answer.weight for answer in asked.answers}) < len(asked.answers):  # all are worth the same where they are written in order
        asked.answers = list(_answers(node, texts, style, typed=False))
    return None if len(asked.answers) > 1 else "There are fewer than two things to put in order"


def _fill_open(asked: Asked, node: Node, texts: Texts, style: str) -> str | None:
    asked.right = texts.read(node.find("graderinfo"), style)
    if template := texts.read(node.find("responsetemplate"), style):
        asked.lost.append(f"To begin from: {template}")
    return None


def _fill_gaps(asked: Asked, node: Node, texts: Texts, style: str) -> str | None:
    """Read a text with codes for gaps: these are kept aside while the rest becomes Markdown."""
    body, gaps = node.find("questiontext"), list[str]()
    raw = body.say("text") if body else ""
    if len(raw) > LONGEST:
        return "Its text is longer than any question"

    def keep(match: re.Match[str]) -> str:
        gaps.append(read_code(match, asked.lost.append))
        return f"{MARK}{len(gaps) - 1}{AFTER}"

    try:
        marked = CODE.sub(keep, raw)
    except Unfit as unfit:
        return f"It has {unfit}"
    return _put_gaps(asked, body, marked, gaps, texts, style)


def _fill_places(asked: Asked, node: Node, texts: Texts, style: str) -> str | None:
    """Read a text whose gaps are numbers of a list: each is picked among those of its group."""
    body = node.find("questiontext")
    choices = [(markup.strip_tags(choice.say("text")), choice.say("group") or "1") for tag in ("selectoption", "dragbox") for choice in node.all(tag)]
    gaps = list[str]()

    def keep(match: re.Match[str]) -> str:
        number = int(match[1]) - 1
        right, group = choices[number]
        among = list(dict.fromkeys(text for text, other in choices if other == group))
        gaps.append(write_gap(among, among.index(right)))
        return f"{MARK}{len(gaps) - 1}{AFTER}"

    raw = body.say("text") if body else ""
    if any(not 0 < int(number) <= len(choices) for number in PLACE.findall(raw)):
        return "A gap names a choice that is not there"
    return _put_gaps(asked, body, PLACE.sub(keep, raw), gaps, texts, style)


def _put_gaps(asked: Asked, body: Node | None, marked: str, gaps: list[str], texts: Texts, style: str) -> str | None:
    if not gaps or body is None:
        return "There is no gap in its text"
    for file in body.all("file"):
        texts.take(file)
    text = texts.convert(marked, style).replace("[[", "\\[\\[")
    asked.text = re.sub(f"{MARK}(\\d+){AFTER}", lambda match: gaps[int(match[1])], text)
    return None


def _fill_nothing(asked: Asked, node: Node, texts: Texts, style: str) -> str | None:
    return None


Filler = Callable[[Asked, Node, Texts, str], str | None]
READERS: dict[str, tuple[Shape, Filler]] = {
    Shape.multichoice: (Shape.multichoice, _fill_options),
    Shape.truefalse: (Shape.truefalse, _fill_statement),
    Shape.shortanswer: (Shape.shortanswer, _fill_text),
    Shape.numerical: (Shape.numerical, _fill_number),
    Shape.match: (Shape.match, _fill_pairs),
    "matching": (Shape.match, _fill_pairs),
    "ddmatch": (Shape.match, _fill_pairs),
    "cloze": (Shape.multianswer, _fill_gaps),
    Shape.multianswer: (Shape.multianswer, _fill_gaps),
    "gapselect": (Shape.multianswer, _fill_places),
    "ddwtos": (Shape.multianswer, _fill_places),
    Shape.ordering: (Shape.ordering, _fill_order),
    Shape.essay: (Shape.essay, _fill_open),
    Shape.description: (Shape.description, _fill_nothing),
}
"""By what Moodle calls a kind: how it is read."""


def write(items: Iterable[Item], findings: list[Finding]) -> bytes:
    """Return a Moodle XML file, a category for each module and bank."""
    return write_items(items, findings)
