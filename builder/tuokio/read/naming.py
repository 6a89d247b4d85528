"""What every block of a course is called: its author's id, or a provisional one made of its text."""

from __future__ import annotations

from collections import ChainMap

from tuokio.blocks.block import Block
from tuokio.course import Module
from tuokio.fields import make_id, make_unique
from tuokio.finding import Finding, Insertion, Severity, Span
from tuokio.prose import Markdown
from tuokio.read import markdown
from tuokio.read.block import Place


def name_blocks(modules: list[Module], findings: list[Finding]) -> None:
    """Give every block of the source language an id of its own in the course."""
    taken: dict[str, Block] = {}
    for block in (block for module in modules for block in module.blocks if block.named):
        if (other := taken.setdefault(block.id, block)) is not block:
            there = other.span("id")
            findings.append(Finding("duplicate-id", Severity.ERROR, block.span("id"), f"The block on line {there.line} of {there.path.name} has the id `{block.id}` too.", "Give one of them another id. A copied block needs a new one."))
    for module in modules:
        for block in module.blocks:
            if not block.named:
                text = markdown.plain(markdown.parser().parseInline(block.suggest_id(), dict(module.names)))
                # A heading of the module may have the name already, and one address leads to one place.
                block.id = make_unique(make_id(text, f"{module.id}-question", longest=40), ChainMap(taken, module.anchors))
                taken[block.id] = block
                message = "This block has no id of its own, so a change to its text would lose what learners did."
                findings.append(Finding("missing-id", Severity.HINT, block.span(), message, f"`tuokio check --fix` adds `id: {block.id}`.", _write_id(block.id, block.place)))


def ask_for_ids(modules: list[Module], findings: list[Finding]) -> None:
    """Tell of modules whose id is only their file's name, where the author has given ids to what is in them."""
    spoilt = {finding.span.path for finding in findings if finding.severity is Severity.ERROR or finding.id in ("unusable-id", "empty-value")}  # its id may stand there and could not be read
    for module in modules:
        if not module.front.id and module.path not in spoilt and (any(step.named for step in module.steps) or any(block.named for block in module.blocks)):
            fix = Insertion(module.path, module.head or 1, 1, f"id: {module.id}\n" if module.head else f"---\nid: {module.id}\n---\n\n")
            message = "This module has no id of its own, so another file name would lose that learners finished it."
            findings.append(Finding("missing-id", Severity.HINT, Span(module.path, module.head or 1), message, f"`tuokio check --fix` adds `id: {module.id}`.", fix))


def name_translations(module: Module, findings: list[Finding]) -> None:
    """Give the blocks of a translation the ids of those they translate."""
    for block in module.blocks:
        if block.source:
            block.id = block.source.id
            if not block.named:
                message = f"This translates `{block.id}` because of where it stands; a block added above would shift it."
                findings.append(Finding("missing-id", Severity.HINT, block.span(), message, f"`tuokio check --fix` adds `id: {block.id}`.", _write_id(block.id, block.place)))


def list_places(module: Module) -> dict[str, str]:
    """Return what a link's `#name` may mean in a module, its blocks included."""
    return module.anchors | {part.id: f"/{module.id}/{step.id}/{part.id}" for step in module.steps for part in step.parts if not isinstance(part, Markdown)}


def _write_id(id: str, place: Place) -> Insertion:
    """Return the insertion that names a block the way its keys are written."""
    document, at = place.read(), place.at
    node = document.data if not at else document.data[at[0]]
    if "id" in node:  # there, but empty
        key = document.span((*at, "id"), key=True)
        return Insertion(key.path, key.line, key.column + len("id:"), f" {id}")
    first = document.span((*at, next(iter(node))), key=True)
    before = document.lines[first.line - document.line][: first.column - 1 - document.indent]
    text = f"id: {id}, " if before.rstrip().endswith("{") else f"id: {id}\n{' ' * (first.column - 1)}"
    return Insertion(first.path, first.line, first.column, text)
