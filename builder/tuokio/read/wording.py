"""The texts of a file one by one, as somebody translates them, and how a translation knows which wording it follows.

A text is a paragraph, a list or a table of a step, a heading, or one text of a block; ids, code, figures and files are
none. Of each `translations.lock` keeps three signs for a translation (`following.py`), made of the source's text as written: before values are put in,
since those are put into the translation too, and with white space made one, since nobody translates it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from tuokio import blocks
from tuokio.course import Module
from tuokio.following import FRONT, Worded
from tuokio.prose import Markdown
from tuokio.read import markdown, yaml
from tuokio.read.leaves import list_leaves
from tuokio.read.module import mend_line_starts, read_front
from tuokio.read.source import Source, load
from tuokio.read.yaml import Document

SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
ALERT = re.compile(r"[ ]{0,3}>[ ]?\[!\w+\][ \t]*\n")
HEADING = re.compile(r"(?P<mark>[ ]{0,3}#{1,6}[ \t]+)(?P<text>.*?)(?P<rest>(?:[ \t]*\{#[^}]+\})?(?:[ \t]+#+)?[ \t]*)")
NOTE = re.compile(r"[ ]{0,3}\[\^[^\]]+\]:[ \t]*")
WITHOUT_TEXT = {"fence", "code_block", "hr"}
KINDS = {"paragraph_open": "text", "heading_open": "heading", "bullet_list_open": "list", "ordered_list_open": "list", "blockquote_open": "quotation", "alert_open": "note", "table_open": "table", "footnote_reference_open": "footnote", "html_block": "html"}


def sign(text: str) -> str:
    """Return the three signs a wording is known by."""
    number = int.from_bytes(blake2b(" ".join(text.split()).encode(), digest_size=8).digest(), "big")
    return "".join(SIGNS[number // 36**place % 36] for place in range(3))


@dataclass
class Part:
    """A stretch of lines in a step, counted from 0: prose with one text, a block fence with its entries, or what has no text."""

    kind: str
    first: int
    last: int
    """The line after its last."""
    text: str = ""
    before: str = ""
    after: str = ""
    entries: list[Entry] = field(default_factory=list)

    @property
    def is_prose(self) -> bool:
        """Whether it is a text of the step itself."""
        return bool(self.kind and not self.entries and self.kind != "fence")

    def write(self, text: str) -> str:
        """Return its lines with another text in them."""
        text = text.strip("\n")
        if self.kind in ("quotation", "note"):
            text = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
        elif self.kind == "heading":
            text = " ".join(text.split())
        elif self.kind == "footnote":
            first, *others = text.split("\n")
            text = "\n".join([first, *(f"    {line.strip()}" if line.strip() else "" for line in others)])
        return f"{self.before}{text}{self.after}"


@dataclass
class Entry:
    """What a fence holds: a block, or one of its list."""

    id: str
    kind: Any
    """The class of the block."""
    data: Any
    at: tuple[int, ...]
    document: Document


@dataclass
class Section:
    """The part of a file that one step is made of."""

    step: str
    parts: list[Part] = field(default_factory=list)

    @property
    def prose(self) -> list[Part]:
        """Its own texts."""
        return [part for part in self.parts if part.is_prose]


@dataclass
class Script:
    """A file taken apart: its lines, its front matter and its sections in their order."""

    source: Source
    front: Document | None
    body: int
    """The line below the front matter, counted from 0."""
    sections: list[Section]

    def find(self, step: str) -> Section | None:
        """Return the section of a step."""
        return next((section for section in self.sections if section.step == step), None)


def take_apart(source: Source, module: Module) -> Script:
    """Take apart the file that a module, or a bank, was read from."""
    if module.is_bank:
        document = yaml.parse(source.text, source.path, [])
        entries = list(_list_entries(document, 0, module)) if document else []
        return Script(source, None, 0, [Section(module.steps[0].id, [Part("fence", 0, len(source.lines), entries=entries)])])
    front = read_front(source, [])
    offset = front.line - 1
    document = yaml.parse("\n".join(source.lines[1 : offset - 1]), source.path, [], line=2) if offset > 2 else None
    body = mend_line_starts("\n".join(source.lines[offset:]))
    return Script(source, document, offset, list(_cut(body.split("\n"), offset, source, module)))


def _cut(lines: list[str], offset: int, source: Source, module: Module) -> Iterator[Section]:
    tokens: list[Any] = []
    parser = markdown.parser()
    parser.block.parse("\n".join(lines), parser, {}, tokens)
    steps = {step.span.line: step.id for step in module.steps if step.span.path == source.path}
    section, end, titled = Section("start"), 0, False

    def add(part: Part) -> None:
        part.first, part.last = part.first + offset, part.last + offset
        section.parts.append(part)

    for token in tokens:
        if token.level or not token.map or token.type not in KINDS and token.type not in WITHOUT_TEXT:
            continue
        first, last = token.map
        while last > first and not lines[last - 1].strip():
            last -= 1
        for start, stop in _list_uncovered(lines, end, first):
            add(Part("", start, stop))
        end = last
        if token.type == "heading_open" and token.tag in ("h1", "h2"):
            if token.tag == "h1" and not titled and not section.parts and section.step == "start":
                titled = True
                yield Section(FRONT, [_make_prose("heading", lines, first, last, offset)])
                continue
            if section.parts:
                yield section
            section = Section(steps.get(first + offset + 1, ""))
        if token.type == "fence" and token.info.split()[:1] and token.info.split()[0] in blocks.fences():
            document = yaml.parse(token.content, source.path, [], line=first + offset + 2)
            add(Part("fence", first, last, entries=list(_list_entries(document, first + offset + 1, module)) if document else []))
        elif token.type in WITHOUT_TEXT:
            add(Part("", first, last))
        else:
            section.parts.append(_make_prose(KINDS[token.type], lines, first, last, offset))
    for start, stop in _list_uncovered(lines, end, len(lines)):
        add(Part("", start, stop))
    if section.parts:
        yield section


def _list_uncovered(lines: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the lines that Markdown makes nothing of by themselves, such as where links lead."""
    written = [number for number in range(first, last) if lines[number].strip()]
    if written:
        yield written[0], written[-1] + 1


def _make_prose(kind: str, lines: list[str], first: int, last: int, offset: int) -> Part:
    text, before, after = "\n".join(lines[first:last]), "", ""
    if kind == "heading":
        if match := HEADING.fullmatch(text):
            before, text, after = match["mark"], match["text"], match["rest"]
        else:  # underlined
            text, _, line = text.rpartition("\n")
            title = re.fullmatch(r"(?s)(.*?)([ \t]*\{#[^}]+\}[ \t]*)?", text)
            text, after = title[1], f"{title[2] or ''}\n{line}"
    elif kind == "footnote" and (match := NOTE.match(text)):
        before, text = match[0], text[match.end() :]
    elif kind in ("quotation", "note"):
        match = ALERT.match(text) if kind == "note" else None
        before, text = (match[0], text[match.end() :]) if match else ("", text)
        text = "\n".join(re.sub(r"^[ ]{0,3}>[ ]?", "", line) for line in text.split("\n"))
    return Part(kind, first + offset, last + offset, text, before, after)


def _list_entries(document: Document, line: int, module: Module) -> Iterator[Entry]:
    """Yield the blocks of a fence that could be read, and their ids: a translation's are the source's."""
    here = {(block.place.fence.line, block.place.at): block for block in module.blocks if block.place.fence.path == document.path}
    named = {block.id: block for block in module.source.blocks} if module.source else {}  # one that cannot be shown yet is there all the same
    entries = [((number,), one) for number, one in enumerate(document.data)] if isinstance(document.data, list) else [((), document.data)]
    for at, data in entries:
        if isinstance(data, dict) and (block := here.get((line, at)) or named.get(data.get("id") if isinstance(data.get("id"), str) else "")):
            yield Entry(block.id, type(block), data, at, document)


def list_worded(source: Source, module: Module) -> tuple[Worded, ...]:
    """Return the signs of all texts of a source, step by step, a step's own texts before those of its blocks."""
    script, homes = take_apart(source, module), find_homes(module)
    found = [Worded(FRONT, "", sign(text)) for _, text in list_front(script, module)]
    found += [Worded(section.step, "", sign(part.text)) for section in script.sections if section.step != FRONT for part in section.prose]
    entries = [entry for section in script.sections for part in section.parts for entry in part.entries]
    return (*found, *(Worded(homes[entry.id], entry.id, sign(leaf.text)) for entry in entries for leaf in list_leaves(entry.kind, entry.data)))


def note_worded(module: Module) -> None:
    """Let a source that has a translation know its texts, once; a kept module has kept its words."""
    if not module.worded and (source := load(module.path, [])):
        module.worded = list_worded(source, module)


def find_homes(module: Module) -> dict[str, str]:
    """Return under which key of a translation's notes the texts of each block stand: its step's, which of an exam's questions is not where they are written; a bank's questions have their own."""
    return {part.id: part.id if module.is_bank else step.id for step in module.steps for part in step.parts if not isinstance(part, Markdown)}


def list_front(script: Script, module: Module) -> list[tuple[tuple[str, ...], str]]:
    """Return the texts of the front matter by their paths, and the title where it is a heading."""
    keys = module.front
    found: list[tuple[tuple[str, ...], str]] = [(("title",), keys.title)] if keys.title else []
    if not keys.title and (heading := script.find(FRONT)):
        found.append((("title",), heading.parts[0].text))
    found += [(("why",), keys.why)] if keys.why else []
    found += [(("objectives", name), text) for name, text in keys.objectives.items()]
    return found + [(("changes", str(number), "note"), change.note) for number, change in enumerate(keys.changes)]


def parse_signs(text: str) -> tuple[list[str], list[str]]:
    """Return the signs of a step's own texts and of those of its blocks, as `translations.lock` has them."""
    own, _, others = text.partition(".")
    return tuple(re.findall("...", part) for part in (own, others))  # type: ignore[return-value]


def write_signs(own: Sequence[str], others: Sequence[str]) -> str:
    """Return the signs of a step as they are written in `translations.lock`."""
    return "".join(own) + ("." + "".join(others) if others else "")
