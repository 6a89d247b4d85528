"""One fence into blocks: which kind is meant, is it whole, what is it called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tuokio import blocks
from tuokio.blocks.block import Block
from tuokio.course import Module
from tuokio.fields import make_id, make_unique
from tuokio.finding import Finding, Insertion, Severity, Span, did_you_mean
from tuokio.read import markdown, yaml
from tuokio.read.model import validate
from tuokio.read.yaml import Document


def read_fence(fence: str, text: str, path: Path, line: int, indent: int, module: Module, taken: dict[str, Span], findings: list[Finding]) -> Iterator[Block]:
    """Yield the blocks of a fence whose opening backticks stand on `line`."""
    last_line = line + text.count("\n") + 1
    document = yaml.parse(text, path, findings, line=line + 1, indent=indent)
    if document is None:
        return
    if document.data is None:
        findings.append(Finding("empty-block", Severity.ERROR, Span(path, line, 1, 3 + len(fence)), f"This `{fence}` block is empty.", "Write its keys on the lines inside."))
        return
    entries = list(enumerate(document.data)) if isinstance(document.data, list) else [(None, document.data)]
    for number, data in entries:
        at = () if number is None else (number,)
        block = _read_block(fence, document, data, at, findings)
        if block is not None:
            block.place(lambda path, at=at: document.span((*at, *path)), last_line)
            _name(block, document, at, module, taken, findings)
            yield block


def _read_block(fence: str, document: Document, data: Any, at: tuple[int, ...], findings: list[Finding]) -> Block | None:
    kind = _choose_kind(fence, document, data, at, findings) if isinstance(data, dict) else blocks.fences()[fence][0]
    if kind is None:
        return None
    block = validate(kind, document, findings, data=data, at=at, what=f"a `{kind.kind()}` question" if fence == "quiz" else f"a `{fence}` block")
    if block is None:
        return None
    for fault in block.faults():
        findings.append(Finding(fault.id, fault.severity, document.span((*at, *fault.at)), fault.message, fault.cure))
    return block


def _choose_kind(fence: str, document: Document, data: dict[str, Any], at: tuple[int, ...], findings: list[Finding]) -> type[Block] | None:
    """Tell the kind by its one key, or say which keys would tell it."""
    candidates = blocks.fences()[fence]
    by_name = {kind.kind(): kind for kind in candidates}
    if (named := data.get("type")) is not None:
        if named in by_name:
            return by_name[named]
        known = ", ".join(f"`{name}`" for name in by_name)
        findings.append(Finding("unknown-type", Severity.ERROR, document.span((*at, "type")), f"There is no question of type `{named}`.", f"Known are {known}. You may leave `type` out: the keys tell it."))
        return None
    telling = {kind.key for kind in candidates}
    keys = [key for key in data if key in telling]  # in the author's order
    if len(keys) > 1:
        names = " and ".join(f"`{key}`" for key in keys)
        findings.append(Finding("two-kinds", Severity.ERROR, document.span((*at, keys[1]), key=True), f"{names} make two different questions of one.", "Keep one of them, or make a list of two questions."))
        return None
    if not keys:
        near = next((hint for key in data if (hint := did_you_mean(key, telling))), "")
        shapes = "; ".join(f"{kind.shape} ({name})" for name, kind in by_name.items())
        findings.append(Finding("no-kind", Severity.ERROR, document.span(at), "No key here tells what kind of question this is.", near or f"Add one of these: {shapes}."))
        return None
    same_key = [kind for kind in candidates if kind.key == keys[0]]
    return next((kind for kind in same_key if kind.fits(data)), same_key[0])


def _name(block: Block, document: Document, at: tuple[int, ...], module: Module, taken: dict[str, Span], findings: list[Finding]) -> None:
    """Give the block its id: the author's, or a provisional one made of its text."""
    if block.id:
        here = document.span((*at, "id"))
        if (other := taken.setdefault(block.id, here)) is not here:
            findings.append(Finding("duplicate-id", Severity.ERROR, here, f"The block on line {other.line} of {other.path.name} has the id `{block.id}` too.", "Give one of them another id. A copied block needs a new one."))
        return
    text = markdown.plain(markdown.parser().parseInline(block.suggest_id(), dict(module.names)))
    block.id = make_unique(make_id(text, f"{module.id}-question", longest=40), taken)
    span = taken[block.id] = document.span(at)
    fix = _write_id(block.id, document, at)
    findings.append(Finding("missing-id", Severity.HINT, span, "This block has no id of its own, so a change to its text would lose what learners did.", f"`tuokio check --fix` adds `id: {block.id}`.", fix))


def _write_id(id: str, document: Document, at: tuple[int, ...]) -> Insertion:
    """Return the insertion that names a block the way its keys are written."""
    node = document.data if not at else document.data[at[0]]
    if "id" in node:  # there, but empty
        key = document.span((*at, "id"), key=True)
        return Insertion(key.path, key.line, key.column + len("id:"), f" {id}")
    first = document.span((*at, next(iter(node))), key=True)
    before = document.lines[first.line - document.line][: first.column - 1 - document.indent]
    text = f"id: {id}, " if before.rstrip().endswith("{") else f"id: {id}\n{' ' * (first.column - 1)}"
    return Insertion(first.path, first.line, first.column, text)
