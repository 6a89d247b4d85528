"""Quizzes written as Markdown task lists: a question, and below it `- [ ]` and `- [x]`.

So they are written for GitHub, mkdocs-quiz and quizdown. What is asked is the heading above a list if it asks, else the last
paragraph above it; what stands below an option is said to who chooses it. The Markdown stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any

from tuokio.exchange.entry import Entry
from tuokio.exchange.original import read_text
from tuokio.exchange.tasks.markup import settle
from tuokio.exchange.tasks.passage import TICK, Option, Passage, Sort, cut
from tuokio.finding import Finding, Severity, Span

NAME = "tasks"
SUFFIXES = (".md", ".markdown", ".mdx", ".qmd")

HEAD = re.compile(rf"^(?:{TICK.pattern})$|<\??quiz\b", re.M)
ASKS = re.compile(r"[?!:…]\W*$")
NUMBERED = re.compile(r"(?:(?:kysymys|tehtävä|fråga|uppgift|question|quiz|q|exercise)\s*)?\d*\s*[.):]?", re.I)
LEADING = re.compile(r"\s*(?:\d{1,3}[.)]|(?:kysymys|tehtävä|fråga|uppgift|question|q)\s*\d{1,3}\s*[.):–-])\s+(?=\S)", re.I)
EXPLAINED = re.compile(r"\s*(?:[*_]{1,2})?(?:explanation|answer|rationale|selitys|perustelu|vastaus|förklaring|motivering|svar)\s*(?:[*_]{1,2})?\s*:\s*(?:[*_]{1,2})?\s*(.*)", re.I | re.S)
HINTED = re.compile(r"\s*(?:[*_]{1,2})?(?:hint|vihje|ledtråd|tip|tips)\s*(?:[*_]{1,2})?\s*:\s*(?:[*_]{1,2})?\s*(.*)", re.I | re.S)
GAP = re.compile(r"\[\[[^\[\]\n]+\]\]")
PICTURE = re.compile(r"(?:!\[[^\]\n]*\]\([^()\n]*\)\s*)+")
ROUND = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+\([ xX✓✔]?\)\s")
WARNING, HINT = Severity.WARNING, Severity.HINT


def recognises(name: str, head: bytes) -> bool:
    """Say whether a Markdown file has lists that can be ticked."""
    return name.endswith(SUFFIXES) and bool(HEAD.search(head.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")))


def read(file: bytes, path: Path, findings: list[Finding]) -> Iterator[Entry]:
    """Yield the questions of a file, and the texts between them."""
    text = read_text(file, path, findings)
    if text is None:
        return
    reading = _Reading(path, findings)
    for passage in cut(text):
        yield from map(reading.settle, reading.take(passage))
    yield from map(reading.settle, reading.end())


class _Reading:
    """A file as it is read from top to bottom."""

    def __init__(self, path: Path, findings: list[Finding]) -> None:
        self.path, self.findings = path, findings
        self.heading = ""
        self.asking: Passage | None = None
        """A heading that no question has used yet."""
        self.above: list[Passage] = []
        self.draft: Entry | None = None
        """The question that has just been read: an explanation may follow."""
        self.inside = False
        """Between `<quiz>` and its end."""

    def say(self, id: str, line: int, message: str, cure: str, severity: Severity = WARNING) -> None:
        """Tell of a line."""
        self.findings.append(Finding(id, severity, Span(self.path, line), message, cure))

    def settle(self, entry: Entry) -> Entry:
        """Return an entry whose pictures and links are those of a course."""
        return settle(entry, self.path.parent, lambda id, severity, line, message, cure: self.say(id, line, message, cure, severity))

    def take(self, passage: Passage) -> Iterator[Entry]:
        """Yield what is whole now that this passage has come."""
        match passage.sort:
            case Sort.OPTIONS:
                if self.inside and self.draft:
                    self.say("two-questions", passage.line, "Between `<quiz>` and `</quiz>` is a second list, so it was taken for a question of its own.", "Give it a `<quiz>` of its own.", HINT)
                yield from self._finish()
                yield from self._ask(passage)
            case Sort.TEXT if not self.inside and (number := next((at for at, line in enumerate(passage.lines) if ROUND.match(line)), -1)) >= 0:
                self.say("round-brackets", passage.line + number, "The boxes of this list are round, so it was taken for a text and no question.", "Write them square, `- [x]` and `- [ ]`, and import again.")
                yield from self._finish()
                asking = [self.asking] if self.asking and self.asking.text != self.heading else []
                above = [*asking, *self.above, passage]
                yield Entry({}, above[0].line, self.heading, prose=self._join(above))
                self.asking, self.above = None, []
            case Sort.HEADING:
                if self.inside:
                    self.above.append(Passage(Sort.TEXT, passage.line, [f"**{passage.text}**"]))
                    return
                yield from self.end()
                if not NUMBERED.fullmatch(passage.text):
                    if not ASKS.search(passage.text):
                        self.heading = passage.text
                    self.asking = passage
            case Sort.OPEN:
                yield from self.end()
                self.inside = True
            case Sort.CLOSE:
                if self.inside:
                    yield from self._close()
            case Sort.RULE:
                if self.inside:
                    self.above.append(passage)
                else:
                    yield from self.end()
            case _:
                self.above.append(passage)

    def end(self) -> Iterator[Entry]:
        """Yield what is left where a part of the file ends."""
        if self.inside:
            if self.above and not self.draft:
                self.say("unclosed-quiz", self.above[0].line, "This `<quiz>` is never closed.", "Write `</quiz>` below it.")
            yield from self._close()
            return
        if self.draft and self.above:
            self._explain(self.above)
            self.above = []
        yield from self._hand_over()
        if self.above:
            yield Entry({}, self.above[0].line, self.heading, prose=self._join(self.above))
            self.above = []

    def _finish(self) -> Iterator[Entry]:
        """Yield the question above, with its explanation if one follows: another list begins."""
        if self.draft and self.above and EXPLAINED.fullmatch(self.above[0].text):
            self._explain([self.above.pop(0)])
        yield from self._hand_over()

    def _hand_over(self) -> Iterator[Entry]:
        if self.draft:
            yield self.draft
            self.draft = None

    def _close(self) -> Iterator[Entry]:
        """Yield the question of a `<quiz>`: one with a list has been read already, one with gaps is read now."""
        self.inside = False
        above, self.above = self.above, []
        if self.draft:
            self._explain(above)
        elif any(GAP.search(passage.text) for passage in above if passage.sort is not Sort.CODE):
            cut_at = next((number for number, passage in enumerate(above) if passage.sort is Sort.RULE), len(above))
            self.draft = Entry(dict(blanks=self._join(above[:cut_at])), above[0].line, self.heading)
            self._explain(above[cut_at + 1 :])
        elif above:
            self.say("no-options", above[0].line, "This quiz has no options that can be ticked and no gap, so it was left out.", "Write its options as `- [ ] …`, the right one as `- [x] …`.")
        yield from self._hand_over()

    def _ask(self, passage: Passage) -> Iterator[Entry]:
        """Make a question of a list and what stands above it; what is farther above is a text of its own."""
        above, self.above = self.above, []
        hints = [match[1] for one in above if (match := HINTED.fullmatch(one.text))]
        above = [one for one in above if not HINTED.fullmatch(one.text)]
        asking, self.asking = self.asking, None
        if asking and (ASKS.search(asking.text) or not above):
            hints += [one.text for one in above if one.sort is Sort.QUOTE]
            stem, prose = [asking, *(one for one in above if one.sort is not Sort.QUOTE)], []
            if asking.text == self.heading:
                self.heading = ""
        elif self.inside:
            stem, prose = above, []
        else:
            start = max((number for number, one in enumerate(above) if one.sort is Sort.TEXT and not PICTURE.fullmatch(one.text)), default=0)
            stem, prose = above[start:], above[:start]
        if prose:
            yield Entry({}, prose[0].line, self.heading, prose=self._join(prose))
        question = LEADING.sub("", self._join(stem), count=1)
        if data := self._make(question, passage):
            if hints:
                data |= {"hint": hints[0]} if len(hints) == 1 else {"hints": hints}
            self.draft = Entry(data, stem[0].line if stem else passage.line, self.heading)

    def _make(self, question: str, passage: Passage) -> dict[str, Any] | None:
        options = passage.options
        if not question:
            self.say("no-question", passage.line, "Nothing above this list asks anything, so it was left out.", "Write the question above it, with an empty line between.")
            return None
        if not any(option.right for option in options):
            self.say("no-right-answer", passage.line, "Nothing in this list is ticked, so no option is right, and it was left out.", "Tick what is right: `- [x]`. If it is a list of things to do and no question, copy it by hand.")
            return None
        return {"question": question, "options": [self._option(option) for option in options]}

    def _option(self, option: Option) -> Any:
        text = " ".join(part for part in option.text if part).strip()
        feedback = _unquote(option.feedback)
        if not text:
            self.say("empty-option", option.line, "This option has no text.", "Write it behind its box, or remove it.")
        if not option.right and not feedback:
            return text
        return {"text": text} | ({"correct": True} if option.right else {}) | ({"feedback": feedback} if feedback else {})

    def _explain(self, passages: Sequence[Passage]) -> None:
        """Take what follows a question for its explanation."""
        assert self.draft
        texts = []
        for passage in passages:
            if passage.sort is Sort.RULE:
                continue
            match = HINTED.fullmatch(passage.text)
            if match:
                self.draft.data["hint"] = match[1]
            else:
                explained = EXPLAINED.fullmatch(passage.text)
                texts.append(explained[1] if explained else passage.text)
        if texts:
            self.draft.data["explanation"] = "\n\n".join(texts)

    def _join(self, passages: Sequence[Passage]) -> str:
        return "\n\n".join("\n".join(passage.lines).strip() if passage.sort is Sort.QUOTE else passage.text for passage in passages if passage.sort is not Sort.RULE)


def _unquote(lines: Sequence[str]) -> str:
    """Return what is said of an option, without the sign or the bullet that set it apart."""
    if lines and all(line.lstrip().startswith(">") or not line.strip() for line in lines):
        lines = [re.sub(r"^\s*> ?", "", line) for line in lines]
    text = dedent("\n".join(line.rstrip() for line in lines)).strip()
    if len(re.findall(r"^\s*[-*+]\s", text, re.M)) == 1:
        text = re.sub(r"^\s*[-*+]\s+", "", text)
    return text
