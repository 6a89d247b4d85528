"""`tuokio check --fix`: add to an author's file what was proposed, and touch nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tuokio import disk
from tuokio.finding import Finding, Insertion
from tuokio.text import decode, encode, find_column

LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")  # as authors' editors count, not as str.splitlines does


def fix(findings: Iterable[Finding]) -> dict[Path, int]:
    """Apply every proposed insertion and return how many each file got. Line ends and BOM stay."""
    by_file: dict[Path, set[Insertion]] = defaultdict(set)
    for finding in findings:
        if finding.fix:
            by_file[finding.fix.path].add(finding.fix)
    for path, insertions in by_file.items():
        _insert(path, insertions)
    return {path: len(insertions) for path, insertions in by_file.items()}


def _insert(path: Path, insertions: set[Insertion]) -> None:
    data = path.read_bytes()
    lines = LINE_END.split(decode(data))
    for insertion in sorted(insertions, key=lambda one: (one.line, one.column), reverse=True):
        line = lines[insertion.line - 1]
        newline = "\r\n" if line.endswith("\r\n") else "\n"
        at = find_column(line, insertion.column) - 1
        lines[insertion.line - 1] = line[:at] + insertion.text.replace("\n", newline) + line[at:]
    disk.write(path, encode("".join(lines), data))
