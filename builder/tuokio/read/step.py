"""The text of a module dealt out to steps: prose typeset at once, fences read into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from markdown_it.token import Token

from tuokio import blocks
from tuokio.blocks.block import Block
from tuokio.course import Module, Step
from tuokio.fields import make_id, make_unique
from tuokio.finding import Finding, Insertion, Severity, Span, did_you_mean
from tuokio.prose import READING, Markdown, Passage
from tuokio.read import html, markdown, remarks
from tuokio.read.address import ELSEWHERE, advise
from tuokio.read.block import BLOCK_ID, Fence, open_fence, read_fence
from tuokio.read.gallery import EXAMPLE, FINDINGS, hang, list_findings, open_example
from tuokio.read.lost import find_lost_fence, find_lost_text
from tuokio.read.slips import find_slips
from tuokio.read.source import Source
from tuokio.read.tables import find_lost_cells
from tuokio.settings import EXAM

UNREAD_LINK = re.compile(
    r"""\]\([ ]?(?:
        ((?=[^"<>\n)]{0,300}?\s)(?:[^()<>"\n]|\([^()\n]{0,100}\)){1,300}?\.\w{2,8}(?:\#[^()<>"\n]{0,200})? | \#(?=[^()<>"\n]{0,200}?\s)[^()<>"\n]{1,200})(?:[ ]{1,3}"[^"\n]{0,300}")?[ ]?\)
        | ((?:javascript|vbscript|data|file):[^)]*)\)?
    )""",
    re.I | re.X,
)
"""A link to a name with spaces, or to what no link may lead to: Markdown leaves both as text."""
TOLD = frozenset({"heading_open", "fence", "footnote_block_open", "inline", "code_block", "tr_open", "table_open"})
"""Tokens that tell something; all others are only typeset."""


class StepReader:
    """Walks a module's tokens once and deals them out to steps."""

    def __init__(self, source: Source, offset: int, module: Module, say: Any, findings: list[Finding], *, html: bool) -> None:
        self.source, self.offset, self.module = source, offset, module
        self.say, self.findings, self.html = say, findings, html
        self.heading, self.lines, self.tokens = "", source.lines, list[Token]()
        self.ours = {EXAM} if module.exam else set()  # steps that no author writes
        self.step_ids: set[str] = set(self.ours)
        self.paired: set[Block] = set()
        self.counterparts: list[str] = []
        self.notes: dict[int, list[Token]] = {}
        self.referred, self.waiting, self.row = list[int](), list[Token](), [0, 1]
        self.step = Step("start", "", Span(source.path, offset + 1), module.language)

    def read(self, tokens: list[Token]) -> None:
        """Fill the module with its steps."""
        if f"```{EXAMPLE}" in self.source.text:
            tokens = hang(tokens)
        self.tokens = tokens
        self._collect_notes(tokens if self.module.names.get("footnotes") else [])
        self.counterparts = self._pair_steps(tokens)
        behind = 0  # tokens of a heading that were read with its first
        for index, token in enumerate(tokens):
            kind = token.type
            if behind:
                behind -= 1
            elif kind not in TOLD:
                self.waiting.append(token)
            elif kind == "heading_open" and token.level == 0 and token.tag in ("h1", "h2"):
                behind = 2
                if token.tag == "h1" and not self.heading and not self.module.steps and not self.step.parts:
                    self.heading = markdown.plain(tokens[index + 1].children or [])
                else:
                    self._begin_step(tokens[index : index + 3])
            elif kind == "fence" and self._is_block(token):
                self._close_prose()
                self._read_block(token)
            elif kind == "footnote_block_open":
                break
            else:
                self.waiting.append(token)
                if kind == "inline":
                    self.step.reading += len(token.content) / READING
                    self._keep_passage(token, tokens[index - 1], tokens[index - 2])
                    self.findings += find_lost_text(self.source, token, self.offset)
                    self._warn(token)
                elif kind == "heading_open":
                    self._name_heading(token, tokens[index + 1])
                elif kind == "fence":
                    self.findings += find_lost_fence(self.source, token, self.offset)
                elif kind == "code_block":
                    self.findings += find_lost_text(self.source, token, self.offset)
                elif kind == "tr_open":
                    self.row = token.map or self.row
                elif kind == "table_open":
                    self.findings += find_lost_cells(self.source, tokens[index:], self.offset)
        self._end_step()
        if not self.module.steps:
            self.module.steps.append(self.step)

    # Steps

    def _begin_step(self, heading: list[Token]) -> None:
        self._end_step()
        opening, inline, closing = heading
        line = self._line(opening)
        title = markdown.plain(inline.children or [])
        given = opening.meta.get("id")
        span = self.source.span(line)
        if given and not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,63}", given):
            self._say("unusable-id", Severity.ERROR, self.source.span(line, given), f"`{given}` cannot be an id.", f"Use small letters, digits and hyphens: {{#{make_id(given, 'step')}}}.")
            given = make_id(given, "step")
        if given in self.step_ids:
            message, cure = (f"`{given}` is the step where the exam itself is taken.", "Give this step another id.") if given in self.ours else (f"Two steps of this module have the id `{given}`.", "Give one of them another id.")
            self._say("duplicate-id", Severity.ERROR, self.source.span(line, f"{{#{given}}}"), message, cure)
        counterpart = self.counterparts.pop(0) if self.counterparts else ""
        id = make_unique(given or counterpart or make_id(title, "step", longest=40), self.step_ids)
        self.step_ids.add(id)
        if not given:
            last = self.offset + opening.map[1] - 1 if opening.map and opening.markup in ("-", "=") else line
            text = self.lines[last - 1].rstrip()
            end = len(re.sub(r"\s+#+$", "", text)) if last == line else len(text)
            fix = Insertion(self.source.path, last, end + 1, f" {{#{id}}}")
            self._say("missing-id", Severity.HINT, span, "This step has no id of its own, so a change to its heading would lose what learners did.", f"`tuokio check --fix` adds {{#{id}}}.", fix)
        if opening.markup == "-" and title.endswith((".", "!", "…", ":")):
            self._say("line-makes-heading", Severity.HINT, span, "The line of hyphens below makes a heading of this text.", "For a line across the page leave an empty line between the two. For a heading write `## ` before the text, without the line.")
        self.step = Step(id, title, span, self.module.language, named=bool(given))
        self._keep_passage(inline, opening, opening)
        opening.tag = closing.tag = "h2"
        opening.attrs.update(id=self._anchor(id, f"/{self.module.id}/{id}", title), tabindex="-1")
        self.waiting = [opening, inline, closing]

    def _pair_steps(self, tokens: list[Token]) -> list[str]:
        """Return the source's step ids for a translation whose headings have none but are as many."""
        if not self.module.source:
            return []
        ids = [step.id for step in self.module.source.steps if step.id not in {"start", *self.ours}]
        headings = [token for token in tokens if token.type == "heading_open" and token.level == 0 and token.tag in ("h1", "h2")]
        if headings and headings[0].tag == "h1":
            headings = headings[1:]
        return ids if len(headings) == len(ids) else []

    def _end_step(self) -> None:
        self._close_prose()
        self._place_notes()
        if self.step.id != "start" or self.step.parts:
            if self.step.id == "start":
                self.step_ids.add("start")
                self._anchor("start", f"/{self.module.id}/start")
            self.module.steps.append(self.step)

    def _close_prose(self) -> None:
        if self.waiting:
            lines = [token.map for token in self.waiting if token.map]
            first = lines[0][0] if lines else 0
            last = max((end for _, end in lines), default=first)
            span = Span(self.source.path, self.offset + first + 1)
            self._typeset(self.waiting, span, self.offset + last)
            self.waiting = []

    def _typeset(self, tokens: list[Token], span: Span, last_line: int) -> None:
        refs: list[Any] = []
        env = {**self.module.names, "refs": refs, "place": f"/{self.module.id}/{self.step.id}", "say": self.say}
        self.referred += [child.meta["id"] for token in tokens for child in token.children or () if child.type == "footnote_ref"] if self.notes else []
        if self.html:
            env["html"] = []
        self.step.parts.append(Markdown(markdown.typeset(tokens, env), refs, span, last_line))
        for needle, message, cure in html.explain_removed("".join(env["html"])) if self.html else ():
            self._say("html-removed", Severity.WARNING, self.source.find(needle, span.line, last_line), message, cure)

    # What stands in a step

    def _keep_passage(self, inline: Token, opening: Token, around: Token) -> None:
        kind = "heading" if opening.type == "heading_open" else "cell" if opening.type in ("td_open", "th_open") else "entry" if around.type == "list_item_open" else "paragraph"
        first, last = self.row = inline.map or self.row  # a cell has no place of its own
        self.step.passages.append(Passage(kind, inline.content, self.offset + first + 1, self.offset + last, int(opening.tag[1:]) if kind == "heading" else 0))

    @cached_property
    def _reserved(self) -> set[str]:
        """Ids of blocks, which no heading is given."""
        return {id for token in self.tokens if token.type == "fence" for id in BLOCK_ID.findall(token.content)}

    def _name_heading(self, token: Token, inline: Token) -> None:
        title = markdown.plain(inline.children or [])
        name = token.meta.get("id") or make_id(title, "heading", longest=40)
        unique = make_unique(name, self.module.anchors.keys() | self._reserved)
        token.attrs["id"] = self._anchor(unique, f"/{self.module.id}/{self.step.id}/{unique}", title)

    def _anchor(self, name: str, place: str, title: str = "") -> str:
        self.module.anchors.setdefault(name, place)
        if title:
            self.module.headings.setdefault(make_id(title, ""), place)
        return place

    def _is_block(self, token: Token) -> bool:
        word = token.info.split()[0] if token.info.strip() else ""
        line = self._line(token)
        if word in blocks.fences() and token.level > 0:
            self._say("nested-block", Severity.ERROR, self.source.span(line), f"A `{word}` block stands inside a list or a quotation.", "Move it to the left edge, with an empty line before it.")
            return False
        if word and word not in blocks.fences() and (near := did_you_mean(word, blocks.fences())) and re.search(r"^\w+:", token.content, re.M):
            self._say("unknown-fence", Severity.WARNING, self.source.span(line, word), f"`{word}` is not a kind of block, so this shows as code.", near)
        return word in blocks.fences() or word in (EXAMPLE, FINDINGS)

    def _read_block(self, token: Token) -> None:
        line = self._line(token)
        if token.info.split()[0] == EXAMPLE:
            self._read_example(token, line)
            return
        if token.info.split()[0] == FINDINGS:
            self.step.parts.append(Markdown(list_findings(self.module.language), [], self.source.span(line), line))
            return
        if fence := open_fence(token, self.source, line, self.module.language, self.findings):
            self.step.parts += self._read_fence(fence)
        elif not self.module.source:
            self.module.unread.update(BLOCK_ID.findall(token.content))

    def _read_fence(self, fence: Fence) -> Iterator[Block]:
        return read_fence(fence, self._pair, self.findings, source.unread) if (source := self.module.source) else read_fence(fence, None, self.findings, self.module.unread)

    def _pair(self, data: Any) -> Block | None:
        """Find the block that an entry translates: by its id, else the next of the same step."""
        id = data.get("id") if isinstance(data, dict) else None
        ours = self.module.source.blocks if id or self.ours else [part for step in self.module.source.steps if step.id == self.step.id for part in step.parts if not isinstance(part, Markdown)]
        block = next((one for one in ours if one not in self.paired and (not id or one.id == id)), None)
        if block:
            self.paired.add(block)
        return block

    def _read_example(self, token: Token, line: int) -> None:
        """Show a kind's own example, live and as source: the manual's gallery."""
        kind = token.info.split()[-1]
        if kind not in blocks.kinds():
            known = ", ".join(blocks.kinds())
            self._say("unknown-kind", Severity.ERROR, self.source.span(line), f"There is no block kind `{kind}`.", did_you_mean(kind, blocks.kinds()) or f"Known are {known}.")
            return
        text, fences = open_example(kind, self.module.language)
        for fence in fences:
            self.step.parts += self._read_fence(fence)
        source = Token("fence", "code", 0, info="markdown", content=text, markup="````", map=token.map)
        self._typeset([source], self.source.span(line), line)

    def _warn(self, token: Token) -> None:
        """Tell of markup that would otherwise be shown as text without a word."""
        text = token.content
        slips, markup = text[:1] in ("#", "|", ":") or "\n-" in text or "] (" in text, "[" in text or "<" in text
        if not slips and not markup:
            return
        first, last = (self.offset + token.map[0] + 1, self.offset + token.map[1]) if token.map else (1, len(self.lines))
        if slips:
            self.findings += find_slips(self.source, text, first, last)
        if not markup:
            return
        shown = "".join(child.content for child in token.children or [] if child.type == "text")

        def say(id: str, needle: str, message: str, cure: str) -> None:
            self._say(id, Severity.HINT, self.source.find(needle, first, last), message, cure)

        if "<" in text and not self.html and (fault := remarks.find_open(text)):
            self._say(*fault[:2], self.source.find(remarks.OPEN, first, last), *fault[2:])
        if "<" in text and not self.html and (tag := markdown.find_tag(text)):
            say("html-shown-as-text", tag, "HTML is off, so learners see this as text.", "Use Markdown instead, or put `…` around it if it should be seen.")
        if "[^" in text and (match := re.search(r"\[\^[^\]]+\]", shown)):
            say("missing-note", match[0], f"There is no note {match[0]}, so learners see this as text.", f"Write a line `{match[0]}: …` below, or remove the mark.")
        for match in UNREAD_LINK.finditer(shown) if "](" in shown else ():
            path = match[1] or match[2]
            cure = advise(path) if match[2] or ELSEWHERE.match(path) else f"Write it between angle brackets: `(<{path}>)`."
            at = self.source.find(f"({path}", first, last)
            at = at._replace(column=at.column + 1, length=at.length - 1) if at.length == len(path) + 1 else self.source.find(path, first, last)
            self._say("unread-link", Severity.WARNING, at, f"This does not read as a link to `{path}`, so learners see it as text.", cure)
        if text.startswith("[!") and (match := re.match(r"\[!(\w+)\]", text)):
            kinds = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
            say("unknown-alert", match[0], f"There is no alert `{match[1]}`, so learners see this as text.", did_you_mean(match[1].upper(), kinds) or f"Known are {', '.join(kinds)}.")

    # Footnotes stand at the end of the step that first refers to them

    def _collect_notes(self, tokens: list[Token]) -> None:
        current: list[Token] | None = None
        for token in tokens:
            if token.type == "footnote_open":
                current = self.notes.setdefault(token.meta["id"], [])
            if current is not None:
                current.append(token)
            if token.type == "footnote_close":
                current = None

    def _place_notes(self) -> None:
        here = [self.notes.pop(number) for number in dict.fromkeys(self.referred) if number in self.notes]
        if here:
            tokens = [Token("footnote_block_open", "", 1), *(token for note in here for token in note), Token("footnote_block_close", "", -1)]
            span = next(part.span for part in self.step.parts if isinstance(part, Markdown))
            self._typeset(tokens, span, len(self.lines))
        self.referred = []

    def _line(self, token: Token) -> int:
        return self.offset + (token.map[0] if token.map else 0) + 1

    def _say(self, id: str, severity: Severity, span: Span, message: str, cure: str, fix: Insertion | None = None) -> None:
        self.findings.append(Finding(id, severity, span, message, cure, fix))
