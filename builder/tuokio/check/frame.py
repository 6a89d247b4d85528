"""Show a finding with the lines it speaks of: a code frame, as compilers draw them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from tuokio.finding import Finding, Severity
from tuokio.text import LEGACY, clean, decode

ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


@lru_cache(maxsize=64)
def _lines(path: Path, _: int) -> list[str]:
    try:
        data = path.read_bytes()
    except OSError:
        return []
    try:
        text = decode(data)
    except UnicodeDecodeError:
        text = data.decode(LEGACY, "replace")
    return clean(text).split("\n")


def _stamp(path: Path) -> int:
    """Tell one writing of a file from the next: `tuokio serve` shows it many times over."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def frame(finding: Finding, root: Path | None = None) -> str:
    """Return the finding as text: severity and id, place, the line with the fault underlined, the cure.

    Paths are shown relative to `root` where they lie under it.
    """
    span = finding.span
    path = span.path.relative_to(root) if root and span.path.is_relative_to(root) else span.path
    lines = _lines(span.path, _stamp(span.path))
    out = [f"{finding.severity}: {finding.message} [{finding.id}]", f"  --> {path.as_posix()}:{span.line}:{span.column}"]
    if 0 < span.line <= len(lines) and lines[span.line - 1].strip():
        text = lines[span.line - 1]
        margin = " " * len(str(span.line))
        before, marked = text[: span.column - 1], text[span.column - 1 : span.column - 1 + span.length]
        pad = "\t".join(" " * _width(part) for part in before.split("\t"))
        marks = "^" * max(1, _width(marked))
        out += [f" {margin} |", f" {span.line} | {text}", f" {margin} | {pad}{marks}"]
    if finding.cure:
        out.append("  = " + finding.cure.replace("\n", "\n    "))
    return "\n".join(out)


def _width(text: str) -> int:
    """Return how many places a text takes on a terminal: an emoji takes two, an accent of its own none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def sort(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order an author mends them: file by file, from the top."""
    return sorted(findings, key=lambda finding: (finding.span.path.as_posix(), finding.span.line, finding.span.column, ORDER[finding.severity], finding.id))


def gather(findings: Iterable[Finding]) -> list[tuple[Finding, int]]:
    """Return findings to show, each with the number of further hints alike; JSON has them all."""
    shown: dict[str | Finding, list[Finding]] = {}
    for finding in sort(findings):
        alike = finding.id if finding.severity is Severity.HINT else finding
        shown.setdefault(alike, []).append(finding)
    return [(same[0], len(same) - 1) for same in shown.values()]
