"""One fence into blocks: which kind is meant, is it whole, what is it a translation of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from markdown_it.token import Token

from tuokio import blocks
from tuokio.blocks.block import Block
from tuokio.fields import make_id
from tuokio.finding import Finding, Severity, Span, did_you_mean
from tuokio.read import yaml
from tuokio.read.model import keys_of, validate
from tuokio.read.source import Source
from tuokio.read.translation import Merged, overlay, without_differences
from tuokio.read.yaml import Document

BLOCK_ID = re.compile(r"""^\s*(?:- )?\s*\{?\s*id:\s*["']?([^\s"',}]+)""", re.M)
"""Ids as they are written, of blocks and of what is in them."""
CODE_INSIDE = "Begin and end the block itself with four backticks: ````{}."
EXAMPLE = "example"
"""The fence of the handbook that shows what kinds there are."""
Pair = Callable[[Any], Block | None]
"""Finds the block that an entry is a translation of."""


class Fence(NamedTuple):
    """A fence as written: `line` is that of its opening backticks, or of the hyphens that open front matter."""

    word: str
    text: str
    path: Path
    line: int
    indent: int
    language: str

    @property
    def last_line(self) -> int:
        """The line on which it closes."""
        return self.line + self.text.count("\n") + 1


class Place(NamedTuple):
    """Where a block or front matter stands. Its YAML is parsed again when a value is looked for: most never are."""

    fence: Fence
    at: tuple[int, ...]
    source: Place | None = None
    """That of the block it translates."""
    start: Span = Span(Path())
    borrowed: frozenset[str] = frozenset()
    worded: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()

    @property
    def language(self) -> str:
        """The language of the file."""
        return self.fence.language

    @property
    def last_line(self) -> int:
        """The line on which the fence closes."""
        return self.fence.last_line

    def read(self) -> Document:
        """Parse the fence again."""
        return _read_again(self.fence)

    def span(self, path: tuple[str | int, ...] = ()) -> Span:
        """Return the place of the value under `path`, be it in the translation or still in the source."""
        if not path:
            return self.start
        if self.source:
            return overlay(self.source.read(), self.source.at, self.read(), self.at, [], self.worded, self.spoken).document.span(path)
        return self.read().span((*self.at, *path))


@lru_cache(maxsize=8)
def _read_again(fence: Fence) -> Document:
    return yaml.parse(fence.text, fence.path, [], line=fence.line + 1, indent=fence.indent)


def open_fence(token: Token, source: Source, line: int, language: str, findings: list[Finding]) -> Fence | None:
    """Return the fence that begins on a line, or None after a finding if it does not end where it is meant to."""
    word, rows = token.info.split()[0], token.map[1] - token.map[0] if token.map else token.content.count("\n") + 2
    last, cure = line + rows - 1, "Write a line ``` after its last line."

    def say(at_line: int, message: str, cure: str) -> None:
        findings.append(Finding("fence-not-closed", Severity.ERROR, source.span(at_line), message, cure))

    if rows < token.content.count("\n") + 2 + (token.content[-1:] not in ("", "\n")):  # the last line of a file may have no end
        say(line, "This block begins but never ends.", cure)
    elif (marks := token.markup or "```") in token.content and (swallowed := re.search(rf"^ {{0,3}}{marks}(\w+)", token.content, re.M)):  # shorter ones are code inside it
        number = line + 1 + token.content.count("\n", 0, swallowed.start())
        if swallowed[1] in (*blocks.fences(), EXAMPLE):
            say(line, f"This block does not end before the next one begins, on line {number}.", cure)
        else:
            say(line, f"The code on line {number} ends this block, since both have three backticks.", CODE_INSIDE.format(word))
    elif _ends_in_text(token.content, source.lines[last - 1]):
        say(last, "These backticks stand in a text of the block and end the block.", CODE_INSIDE.format(word))
    else:
        written = source.lines[line - 1]
        return Fence(word, token.content, source.path, line, len(written) - len(written.lstrip()), language)
    return None


def read_fence(fence: Fence, pair: Pair | None, findings: list[Finding], unread: set[str]) -> Iterator[Block]:
    """Yield the blocks of a fence. `pair` is given when the file is a translation.

    `unread` takes the ids of blocks that have an error; a translation is handed those of its source, and what it says of them waits.
    """
    document = yaml.parse(fence.text, fence.path, findings, line=fence.line + 1, indent=fence.indent)
    if document is None:
        unread.update(() if pair else BLOCK_ID.findall(fence.text))
        return
    if document.data is None:
        findings.append(Finding("empty-block", Severity.ERROR, Span(fence.path, fence.line, 1, 3 + len(fence.word)), f"This `{fence.word}` block is empty.", "Write its keys on the lines inside."))
        return
    yield from read_entries(fence, document, pair, findings, unread)


def read_entries(fence: Fence, document: Document, pair: Pair | None, findings: list[Finding], unread: set[str]) -> Iterator[Block]:
    """Yield the blocks of a fence that was parsed: its one, or those of its list; see `read_fence`."""
    entries = list(enumerate(document.data)) if isinstance(document.data, list) else [(None, document.data)]
    for number, data in entries:
        at = () if number is None else (number,)
        source, id, told = pair(data) if pair else None, data.get("id") if isinstance(data, dict) else None, len(findings)
        if pair is None:
            block = _read_block(fence, document, data, at, findings)
            if isinstance(id, str) and any(finding.severity is Severity.ERROR for finding in findings[told:]):
                unread.update((id, make_id(id, id)))
        elif isinstance(id, str) and id in unread:
            block = None
        elif source:
            block = _translate(source, fence, document, at, findings)
        else:
            block = None
            cure = "Give it the `id` of the block it translates. New blocks are written in the source language first."
            findings.append(Finding("not-in-source", Severity.WARNING, document.span(at), "The source has no block like this, so it is left out.", cure))
        if block is not None:
            yield block


def _ends_in_text(content: str, closing: str) -> bool:
    """Say whether the line that closes a fence is meant as a line of a text inside it (`question: |`)."""
    opens = list(re.finditer(r"^([ ]*)(?:- +)?[\w-]+:[ ]+[|>][+-]?[ ]*\n", content, re.M)) if "|" in content or ">" in content else []
    if not opens:
        return False
    key, inside = len(opens[-1][1]), [row for row in content[opens[-1].end() :].split("\n") if row.strip()]
    return all(len(row) - len(row.lstrip()) > key for row in [closing, *inside])


def _read_block(fence: Fence, document: Document, data: Any, at: tuple[int, ...], findings: list[Finding]) -> Block | None:
    if not isinstance(data, dict):
        what = "question" if fence.word == "quiz" else f"`{fence.word}` block"
        fault = ("empty-value", "There is nothing after this hyphen.", f"Write a {what} after it, or remove the line.") if data is None else ("wrong-shape", f"This is not made of `key: value` lines, as a {what} is.", "Begin each line with a key, a colon and a space.")
        findings.append(Finding(fault[0], Severity.ERROR, document.span(at), *fault[1:]))
        return None
    kind = _choose_kind(fence.word, document, data, at, findings)
    if kind is None:
        return None
    told = len(findings)
    block = validate(kind, document, findings, data=data, at=at, what=_describe(kind, fence.word))
    if block is None or any(finding.id == "comma-in-text" for finding in findings[told:]):
        return None  # texts that a comma cut short are judged when they are whole
    block.stand(Place(fence, at, start=document.span(at)), named=bool(block.id))
    for fault in block.faults():
        path = (*at, *fault.at)
        if hashed := next((finding for finding in findings[told:] if finding.id == "empty-value" and "#" in finding.cure and finding.span.line == document.span(path).line), None):
            findings[findings.index(hashed)] = replace(hashed, severity=fault.severity)  # the text is there, and reads as a remark
            continue
        empty = [finding for finding in findings if finding.id == "empty-value" and finding.span == document.span(path, key=True)] if document.hollow else []
        for finding in empty:  # the kind knows better what to write there
            findings.remove(finding)
        findings.append(Finding(fault.id, fault.severity, document.span(path, key=fault.key or bool(empty)), fault.message, fault.cure))
    return block


def _translate(source: Block, fence: Fence, document: Document, at: tuple[int, ...], findings: list[Finding]) -> Block | None:
    """Read a block of which only the texts are written, the rest being the source's; the source itself, if it cannot stand in for it."""
    kind, original = type(source), source.place
    found: list[Finding] = []
    merged = overlay(original.read(), original.at, document, at, found, kind.worded, kind.spoken)
    block = _follow(source, merged, found, _describe(kind, fence.word))
    faults = list(block.mistranslations(source, merged.borrowed)) if block is not None else []
    found += [Finding(fault.id, fault.severity, merged.document.span(fault.at, key=fault.key) if fault.at else document.span(at), fault.message, fault.cure) for fault in faults]
    if any(fault.severity is not Severity.HINT for fault in faults):
        block = source
    elif block is not None and block.data() != source.data():
        merged = without_differences(merged, block.data(), source.data(), found)
        block = _follow(source, merged, [], _describe(kind, fence.word))
    findings += [finding for finding in found if finding.span.path == fence.path]  # the source's own faults are told there
    if block is None or block is source:
        return block
    entry = document.data[at[0]] if at else document.data
    block.stand(Place(fence, at, original, document.span(at), merged.borrowed, kind.worded, kind.spoken), source, named=bool(entry.get("id")))
    return block


def _follow(source: Block, merged: Merged, findings: list[Finding], what: str) -> Block | None:
    block = validate(type(source), merged.document, findings, what=what)
    if block is not None:
        findings += [Finding(fault.id, fault.severity, merged.document.span(fault.at), fault.message, fault.cure) for fault in block.follow(source)]
    return block


def _describe(kind: type[Block], fence: str) -> str:
    return f"a{'n' if kind.kind()[0] in 'aeiou' else ''} `{kind.kind()}` question" if fence == "quiz" else f"a `{fence}` block"


def _choose_kind(fence: str, document: Document, data: dict[str, Any], at: tuple[int, ...], findings: list[Finding]) -> type[Block] | None:
    """Tell the kind by its one key, or say which keys would tell it."""
    if len(only := blocks.fences()[fence]) == 1 and not only[0].key:
        return only[0]
    telling = blocks.shapes(fence)
    if (named := data.get("type")) is not None:
        by_name = {kind.kind(): kind for kind in blocks.fences()[fence]}
        if not isinstance(named, str):
            findings.append(Finding("wrong-shape", Severity.ERROR, document.span((*at, "type")), "`type` is one word.", "Leave `type` out: the keys tell it."))
            return None
        if named in by_name:
            kind = by_name[named]
            if kind.key not in data and (other := next((key for key in data if key in telling), "")):
                findings.append(Finding("two-kinds", Severity.ERROR, document.span((*at, "type")), f"`type: {named}` and `{other}` make two different questions of one.", f"Remove `type`: `{other}` tells the kind. Or write `{kind.key}` in its place."))
                return None
            return kind
        known = ", ".join(f"`{name}`" for name in by_name)
        findings.append(Finding("unknown-type", Severity.ERROR, document.span((*at, "type")), f"There is no question of type `{named}`.", f"{did_you_mean(str(named), by_name) or f'Known are {known}.'} You may leave `type` out: the keys tell it."))
        return None
    keys = [key for key in data if key in telling]  # in the author's order
    if len(keys) > 1:
        names = " and ".join(f"`{key}`" for key in keys)
        findings.append(Finding("two-kinds", Severity.ERROR, document.span((*at, keys[1]), key=True), f"{names} make two different questions of one.", "Keep one of them, or make a list of two questions."))
        return None
    if not keys:
        near, written = next(((hint, key) for key in data if (hint := did_you_mean(key, telling))), ("", ""))
        if other := next((word for word, kinds in blocks.fences().items() if word != fence and (needed := {key for key, field in kinds[0].model_fields.items() if field.is_required()}) and needed <= data.keys()), ""):
            near = f"These are the keys of a `{other}` block: write `{other}` after the backticks, in place of `{fence}`."
        if not near:
            near = next((f"`{key}` goes with `{kinds[0].key}`, and that is not here: add it." for key in data if len(kinds := [kind for kind in blocks.fences()[fence] if key in keys_of(kind)]) == 1), "")
        shapes = "; ".join(f"{kind.shape} ({kind.kind()})" for kind in blocks.fences()[fence])
        span = document.span((*at, written), key=True) if written else document.span(at)
        findings.append(Finding("no-kind", Severity.ERROR, span, "No key here tells what kind of question this is.", near or f"Add one of these: {shapes}."))
        return None
    same_key = telling[keys[0]]
    return next((kind for kind in same_key if kind.fits(data)), same_key[0])
