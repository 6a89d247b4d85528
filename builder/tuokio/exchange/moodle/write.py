"""Our questions as Moodle XML. Texts go as Markdown, which Moodle knows by name, so they come back as they were."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from tuokio.exchange.asked import Answer, Asked, Shape
from tuokio.exchange.entry import Item
from tuokio.exchange.leaving import leave, tell
from tuokio.exchange.moodle.cloze import write_codes
from tuokio.exchange.picture import LARGEST
from tuokio.finding import Finding, Severity

PICTURE = re.compile(r"!\[((?:\\.|[^\]])*)\]\(<?(media/[^)>\s]+|[^)>]+)>?(?:\s+\"[^\"]*\")?\)")
NAMES = {Shape.match: "matching", Shape.multianswer: "cloze"}
"""What Moodle calls a kind in its files, where that is not its name."""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_items(items: Iterable[Item], findings: list[Finding]) -> bytes:
    """Return the whole file."""
    rows = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    heading = None
    for item in items:
        asked = leave(item, findings)
        if asked is None:
            continue
        if item.heading != heading:
            heading = item.heading
            rows += ['<question type="category">', f"<category>{_bare('$course$/top/' + heading.replace('/', '//'))}</category>", "</question>"]
        rows += _Writer(item, findings).write(asked)
    return "\n".join([*rows, "</quiz>", ""]).encode()


def _bare(text: str) -> str:
    return f"<text>{escape(FORBIDDEN.sub(' ', text))}</text>"


class _Writer:
    """Writes one question and puts its pictures beside its texts."""

    def __init__(self, item: Item, findings: list[Finding]) -> None:
        self.item, self.findings = item, findings

    def write(self, asked: Asked) -> Iterator[str]:
        shape = asked.shape
        yield f'<question type="{NAMES.get(shape, shape)}">'
        yield f"<name>{_bare(asked.id)}</name>"
        yield self.text("questiontext", write_codes(asked.text) if shape is Shape.multianswer else asked.text)
        yield self.text("generalfeedback", asked.general)
        yield f"<defaultgrade>{asked.points:g}</defaultgrade>"
        yield f"<idnumber>{escape(asked.id)}</idnumber>"
        if shape in (Shape.multichoice, Shape.match):
            yield f"<shuffleanswers>{'true' if asked.shuffle else 'false'}</shuffleanswers>"
        if shape in (Shape.multichoice, Shape.match, Shape.ordering):
            yield from (self.text(tag, text) for tag, text in (("correctfeedback", asked.correct), ("partiallycorrectfeedback", asked.partly), ("incorrectfeedback", asked.wrong)))
        elif asked.correct or asked.partly or asked.wrong:
            tell(self.item, self.findings, "not-carried", Severity.HINT, "Moodle has no place for feedback by how it went in a question of this kind.", "Put what matters into `explanation`.")
        yield from getattr(self, f"_write_{shape}", self._write_answers)(asked)
        yield from (self.text("hint", hint) for hint in asked.hints)
        if asked.tags:
            yield f"<tags>{''.join(f'<tag>{_bare(tag)}</tag>' for tag in asked.tags)}</tags>"
        yield "</question>"

    def text(self, tag: str, text: str, attributes: str = "", inner: str = "") -> str:
        """Return an element with a text in Markdown and the pictures it shows."""
        files: dict[str, str] = {}

        def put(match: re.Match[str]) -> str:
            name = self._embed(match[2].strip(), files)
            return f"![{match[1]}](@@PLUGINFILE@@/{quote(name)})" if name else match[1]

        if "![" in text:
            text = PICTURE.sub(put, text)
        return f'<{tag}{attributes} format="markdown">{_bare(text)}{"".join(files.values())}{inner}</{tag}>'

    def _embed(self, source: str, files: dict[str, str]) -> str:
        """Put a picture of the course beside a text; return its name there, or nothing after a finding."""
        folder = self.item.folder.resolve()
        path = (folder / source).resolve()
        inside = path.is_relative_to(folder) and path.is_file() and path.stat().st_size <= LARGEST
        if not inside:
            tell(self.item, self.findings, "picture-not-carried", Severity.WARNING, f"The picture `{source}` is not in the course's folder or larger than 10 MB, so its description stands in its place.", "Put a smaller one into `media/`.")
            return ""
        name = Path(source).name
        files[name] = f'<file name={quoteattr(name)} path="/" encoding="base64">{base64.b64encode(path.read_bytes()).decode()}</file>'
        return name

    def _answer(self, answer: Answer, *, typed: bool, inner: str = "") -> str:
        share = f"{answer.weight * 100:.5f}".rstrip("0").rstrip(".")
        said = self.text("feedback", answer.feedback) + inner
        if typed:
            return f'<answer fraction="{share}" format="plain_text">{_bare(answer.text)}{said}</answer>'
        return self.text("answer", answer.text, f' fraction="{share}"', said)

    def _write_answers(self, asked: Asked) -> Iterator[str]:
        if asked.shape is Shape.multichoice:
            yield f"<single>{'false' if asked.several else 'true'}</single><answernumbering>abc</answernumbering>"
        if asked.shape is Shape.shortanswer:
            yield "<usecase>0</usecase>"
        yield from (self._answer(answer, typed=asked.shape is not Shape.multichoice) for answer in asked.answers)

    def _write_numerical(self, asked: Asked) -> Iterator[str]:
        yield from (self._answer(answer, typed=True, inner=f"<tolerance>{answer.reach:.10g}</tolerance>") for answer in asked.answers)
        if asked.units:
            yield "<units>" + "".join(f"<unit><multiplier>1</multiplier><unit_name>{escape(unit)}</unit_name></unit>" for unit in asked.units) + "</units><unitgradingtype>0</unitgradingtype><showunits>0</showunits>"

    def _write_match(self, asked: Asked) -> Iterator[str]:
        yield from (self.text("subquestion", left, inner=f"<answer>{_bare(right)}</answer>") for left, right in asked.pairs)

    def _write_ordering(self, asked: Asked) -> Iterator[str]:
        yield f"<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>{len(asked.answers)}</selectcount><gradingtype>LONGEST_ORDERED_SUBSET</gradingtype><showgrading>SHOW</showgrading><numberingstyle>none</numberingstyle>"
        yield from (self._answer(Answer(answer.text, number / 100), typed=False) for number, answer in enumerate(asked.answers, 1))

    def _write_essay(self, asked: Asked) -> Iterator[str]:
        yield "<responseformat>editor</responseformat><responserequired>1</responserequired><responsefieldlines>10</responsefieldlines><attachments>0</attachments>"
        yield self.text("graderinfo", asked.right)

    def _write_multianswer(self, asked: Asked) -> Iterator[str]:
        return iter(())
