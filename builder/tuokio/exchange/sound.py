"""Whether a question that came can stand in a course: what would stop a build is left out here, and told where it came from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tuokio import blocks
from tuokio.blocks.block import Block
from tuokio.blocks.question import Question
from tuokio.exchange.entry import Entry
from tuokio.exchange.penning import pen, scalar
from tuokio.finding import Finding, Severity, Span
from tuokio.read import yaml
from tuokio.read.block import Fence, read_entries


def find_fault(entry: Entry) -> tuple[str, str] | None:
    """Return what is wrong with a question and the cure, in the words of `tuokio check`; None if it is sound."""
    kind = _tell_kind(entry.data)
    try:
        block = kind.model_validate(_as_read(entry.data)) if kind else None
    except ValidationError:
        block = None
    if block is None:
        return _ask_reader(entry.data)
    for fault in block.faults():
        if fault.severity is Severity.ERROR:
            return fault.message, fault.cure
    return None


def _as_read(value: Any) -> Any:
    """Return a value as it would come from a file, where all is text."""
    if isinstance(value, dict):
        return {key: _as_read(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_read(one) for one in value]
    return value if isinstance(value, str) else scalar(value)


def _tell_kind(data: dict[str, Any]) -> type[Block] | None:
    telling = blocks.shapes(Question.fence)
    key = next((key for key in data if key in telling), "")
    alike = telling.get(key, [])
    if named := data.get("type"):
        return next((kind for kind in alike if kind.kind() == named), None)
    return next((kind for kind in alike if len(alike) == 1 or kind.fits(_as_read(data))), None)


def _ask_reader(data: dict[str, Any]) -> tuple[str, str] | None:
    """Return what the reader of courses says first of a question that no model takes."""
    text = "\n".join(pen(data)) + "\n"
    findings: list[Finding] = []
    document = yaml.parse(text, Path(), findings)
    if document:
        list(read_entries(Fence(Question.fence, text, Path(), 0, 0, "en"), document, None, findings, set()))
    return next(((finding.message, finding.cure) for finding in findings if finding.severity is Severity.ERROR), None)


def leave_out(entry: Entry, path: Path, fault: tuple[str, str], findings: list[Finding]) -> None:
    """Tell that a question was not taken over, where it stands in its own file."""
    findings.append(Finding("not-imported", Severity.WARNING, Span(path, entry.line), f"This question was left out. {fault[0]}", f"Mend it here and import again, or write it by hand. {fault[1]}"))
