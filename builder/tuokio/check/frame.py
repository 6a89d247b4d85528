"""Show a finding with the lines it speaks of: a code frame, as compilers draw them."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from tuokio import disk
from tuokio.finding import Finding, Severity
from tuokio.text import LEGACY, clean, decode

MOST = 2_000_000
"""Bytes of a file that are looked at: it may be a film under the name of a text."""
WIDEST, BEFORE = 400, 100
"""Characters of a line that are shown at most, and before the fault."""
ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


def read_lines(path: Path) -> list[str]:
    """Return the lines of an author's file as findings count them; none if it cannot be read."""
    return _lines(path, _stamp(path))


@lru_cache(maxsize=64)
def _lines(path: Path, _: int) -> list[str]:
    try:
        data = disk.read(path, MOST)
    except OSError:
        return []
    if data.startswith(b"PK"):  # a workbook has rows, and no lines to show
        return []
    try:
        text = decode(data)
    except UnicodeDecodeError:
        text = data.removeprefix(BOM_UTF8).decode(LEGACY, "replace")
    return clean(text).split("\n")


def _stamp(path: Path) -> int:
    """Tell one writing of a file from the next: `tuokio serve` shows it many times over."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def frame(finding: Finding, root: Path | None = None, read: Callable[[Path], list[str]] = read_lines) -> str:
    """Return the finding as text: severity and id, place, the line with the fault underlined, the cure.

    Paths are shown relative to `root` where they lie under it. Who shows many hands in a `read` that remembers.
    """
    span = finding.span
    path = span.path.relative_to(root) if root and span.path.is_relative_to(root) else span.path
    lines = read(span.path)
    out = [f"{finding.severity}: {finding.message} [{finding.id}]", f"  --> {path.as_posix()}:{span.line}:{span.column}"]
    if 0 < span.line <= len(lines) and lines[span.line - 1].strip():
        text, column = _cut(lines[span.line - 1], span.column - 1)
        margin = " " * len(str(span.line))
        before, marked = text[:column], text[column : column + span.length]
        pad = "\t".join(" " * _width(part) for part in before.split("\t"))
        marks = "^" * max(1, _width(marked))
        out += [f" {margin} |", f" {span.line} | {text}", f" {margin} | {pad}{marks}"]
    if finding.cure:
        out.append("  = " + finding.cure.replace("\n", "\n    "))
    return "\n".join(out)


def _cut(line: str, column: int) -> tuple[str, int]:
    """Return of a line what stands around a column (from 0), and where that is in it: some programs write a whole file in one line."""
    if len(line) <= WIDEST:
        return line, column
    start = max(0, min(column - BEFORE, len(line) - WIDEST))
    end = start + WIDEST
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else ""), column - start + (2 if start else 0)


GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
MARKS = {":": "%3A", ",": "%2C"}


def annotate(finding: Finding, root: Path) -> str:
    """Return the finding as a workflow command of GitHub Actions, which shows it beside the line in a pull request.

    Source: docs.github.com, "Workflow commands for GitHub Actions"; what is escaped there is escaped here.
    """
    span = finding.span
    path = span.path.relative_to(root) if span.path.is_relative_to(root) else span.path

    def escape(text: str, more: dict[str, str]) -> str:
        return "".join({"%": "%25", "\r": "%0D", "\n": "%0A", **more}.get(sign, sign) for sign in text)

    named = {"file": path.as_posix(), "line": span.line, "col": span.column, "endColumn": span.column + span.length, "title": finding.id}
    places = ",".join(f"{name}={escape(str(value), MARKS)}" for name, value in named.items())
    return f"::{GITHUB[finding.severity]} {places}::{escape(f'{finding.message} {finding.cure}'.strip(), {})}"


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
