"""Where on the page that is to be seen which stands in a file, and where in a file that which is on the page."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from tuokio.course import Block, Course, Edition, Module, Step
from tuokio.finding import Finding, Span
from tuokio.read.block import BLOCK_ID
from tuokio.settings import EXAM
from tuokio.text import LEGACY, clean, decode

EDITORS = {"vscode": "vscode", "vscodium": "vscodium", "cursor": "cursor"}
"""Editors that an address opens at a line, and what the address begins with: all three are of one family."""
FENCE = re.compile(r"^ {0,3}(`{3,})(?: *(\w+))?")
TARGET = re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]")
UNKNOWN = re.compile(r"\{\{.*?\}\}|\{[^}]*\}|<[^>]*>|\[\^[^\]]*\]|\|")
"""What of a line of Markdown is another text on the page, or none, or stands apart."""
LONGEST = 60  # characters of a line by which it is found on the page


def link(editor: str, span: Span) -> str:
    """Return the address that opens an editor at a place, or an empty text without one."""
    return link_path(editor, Path(os.path.abspath(span.path)), span) if editor in EDITORS else ""


def link_path(editor: str, path: PurePath, span: Span) -> str:
    """Return the address for an absolute path, `C:\\…` and `\\\\server\\…` too."""
    name = quote(path.as_posix().removeprefix("/"), safe="/:")
    return f"{EDITORS[editor]}://file/{name}:{span.line}:{span.column}"


@dataclass(frozen=True)
class Spot:
    """What a finding speaks of, as a page shows it: a block by its id, or else the words of a line, if they are known."""

    module: str = ""
    step: str = ""
    block: str = ""
    words: str = ""

    @property
    def address(self) -> str:
        """Its address in the course; empty for what has no page of its own, such as a bank's question."""
        return "/".join(["#", self.module, self.step, *([self.block] if self.block else [])]) if self.module else ""


@dataclass(frozen=True)
class Entry:
    """One block as written: its lines, and the id it has there."""

    first: int
    last: int
    id: str

    def find(self, blocks: list[Block], path: Path) -> Block | None:
        """Return the block that was read from these lines."""
        return next((block for block in blocks if block.span().path == path and self.first <= block.span().line <= self.last), None)


class Places:
    """Finds the spots of a course as it was last read."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.modules: dict[Path, Module] = {}
        for edition in course.editions:
            for module in (*edition.modules, *edition.banks):
                self.modules.setdefault(module.path, module)
        self.texts: dict[Path, list[str]] = {}

    def locate(self, span: Span) -> Spot:
        """Return what stands at a place. A bank's question has no module, and of `course.yaml` nothing is on a page."""
        module = self.modules.get(span.path)
        return self._locate(module, span) if module else Spot()

    def sheet(self, id: str, language: str, findings: list[Finding], describe: Callable[[Finding, Spot], dict[str, Any]], link: Callable[[Span], str]) -> dict[str, Any]:
        """Return what the page of a module shows at the margin: its findings, and where its steps and blocks are written (`Sheet` in sheet.ts)."""
        edition = next((one for one in self.course.editions if one.language == language), self.course.source)
        module = next((one for one in edition.modules if one.id == id), None)
        if module is None:
            return {"steps": {}, "blocks": {}, "problems": []}
        drawn = list(self._drawn(edition, module))
        blocks = {block.id: link(block.span()) for block in (*module.blocks, *drawn) if block.id}
        steps = {step.id: link(step.span) for step in module.steps}
        return {"steps": steps, "blocks": blocks, "problems": [describe(finding, spot) for finding, spot in self._belonging(module, drawn, findings)]}

    def _belonging(self, module: Module, drawn: list[Block], findings: list[Finding]) -> Iterator[tuple[Finding, Spot]]:
        """Yield the findings of a module's file, and of blocks that are shown in it but written elsewhere."""
        blocks = [*module.blocks, *drawn]
        elsewhere = {block.span().path for block in blocks} - {module.path}
        for finding in findings:
            if finding.span.path == module.path:
                yield finding, self._locate(module, finding.span)
            elif finding.span.path in elsewhere and (entry := self._entry(finding.span)) and (block := entry.find(blocks, finding.span.path)):
                yield finding, Spot(module.id, _step_of(module, block), block.id or "")

    def _drawn(self, edition: Edition, module: Module) -> Iterator[Block]:
        """Yield the questions of banks that the module draws from."""
        names = {name for drawing, _ in (module.source or module).drawings for name in drawing.banks}
        for bank in edition.banks:
            if bank.id in names:
                yield from bank.blocks

    def _locate(self, module: Module, span: Span) -> Spot:
        of, step = ("", "") if module.is_bank else (module.id, _step_at(module, span))
        entry = self._entry(span)
        if entry is None:
            return Spot(of, step, words=self._words(span))
        if block := entry.find(module.blocks, span.path):
            return Spot(of, _step_of(module, block) if of else "", block.id or "")
        return Spot(of, EXAM if module.exam and of and entry.id else step, entry.id)  # one with an error is no part of the course; the page may still show how it was before

    def _lines(self, path: Path) -> list[str]:
        if path not in self.texts:
            try:
                data = path.read_bytes()
                self.texts[path] = clean(decode(data)).split("\n")
            except OSError:
                self.texts[path] = []
            except UnicodeDecodeError:
                self.texts[path] = clean(data.decode(LEGACY, "replace")).split("\n")
        return self.texts[path]

    def _entry(self, span: Span) -> Entry | None:
        """Return the block that is written at a place, be it right or not."""
        lines = self._lines(span.path)
        inside, first, marks = span.path in self.modules and self.modules[span.path].is_bank, 0, ""
        for number, line in enumerate(lines[: span.line], 1):
            fence = FENCE.match(line)
            if fence and not marks and fence[2]:
                first, marks = number, fence[1]
            elif fence and marks and len(fence[1]) >= len(marks) and not fence[2] and number < span.line:
                marks = ""
        if not inside and not marks:
            return None
        begun = max((number for number in range(first + 1, span.line + 1) if lines[number - 1].startswith("- ")), default=first)  # of a list only one
        last = begun
        while last < len(lines) and not (lines[last].startswith("- ") and lines[begun - 1].startswith("- ")) and not (marks and lines[last].startswith(marks)):
            last += 1
        ids = [(len(line) - len(line.lstrip(" -")), found[1]) for line in lines[max(0, begun - 1) : last] if (found := BLOCK_ID.match(line))]
        return Entry(begun, last, min(ids, key=lambda id: id[0])[1] if ids else "")  # an option's own id stands further in

    def _words(self, span: Span) -> str:
        """Return words by which a line is found on the page: its longest stretch that is there as it is written, but for signs."""
        lines = self._lines(span.path)
        text = TARGET.sub("]", lines[span.line - 1]) if 0 < span.line <= len(lines) else ""
        return max((part.strip("#>*_-[] ") for part in UNKNOWN.split(text)), key=len)[:LONGEST]


def _step_of(module: Module, block: Block) -> str:
    return next((step.id for step in module.steps if block in step.parts), "")


def _step_at(module: Module, span: Span) -> str:
    """Return the step a line of the module's file belongs to: the first takes what is above it."""
    written: list[Step] = [step for step in module.steps if step.span.path == span.path and step.id != EXAM]
    if not written:
        return module.first
    return max((step for step in written if step.span.line <= span.line), key=lambda step: step.span.line, default=written[0]).id
