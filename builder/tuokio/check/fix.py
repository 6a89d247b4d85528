"""`tuokio check --fix`: add to an author's file what was proposed, and touch nothing else. What translations follow is noted in a file of its own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from tuokio import disk
from tuokio.finding import Finding, Insertion, Note, Severity
from tuokio.following import read_following
from tuokio.kept import Kept
from tuokio.text import decode, encode, find_column

LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")  # as authors' editors count, not as str.splitlines does
ROUNDS = 20
"""Times a course is read again: of what YAML cannot read only the first fault of a file or fence is known."""


def fix_all(findings: list[Finding], look_again: Callable[[], list[Finding]]) -> tuple[dict[Path, int], list[Finding]]:
    """Apply what was proposed until nothing more is; return how many changes each file got, and what is left to tell."""
    done: Counter[Path] = Counter()
    tried: set[Insertion | Note] = set()  # what did not help once does not help twice
    for _ in range(ROUNDS):
        changed = fix(findings, tried)
        tried |= {finding.fix for finding in findings if finding.fix}
        if not changed:
            break
        done.update(changed)
        findings = look_again()
    return dict(done), findings


def fix(findings: Iterable[Finding], tried: Collection[Insertion | Note] = ()) -> dict[Path, int]:
    """Apply every proposal but those that were tried, and return how many each file got. Line ends and BOM stay."""
    findings = list(findings)
    insertions: dict[Path, set[Insertion]] = defaultdict(set)
    notes: dict[Path, set[Note]] = defaultdict(set)
    for proposal in (finding.fix for finding in findings if finding.fix and finding.fix not in tried):
        (insertions if isinstance(proposal, Insertion) else notes)[proposal.path].add(proposal)
    for path, some in insertions.items():
        _insert(path, some)
    is_whole = all(finding.severity is not Severity.ERROR for finding in findings)  # else a translation may only seem to be gone
    noted = {path: len(some) for path, some in notes.items() if _note(path, some, is_whole=is_whole)}
    return {path: len(some) for path, some in insertions.items()} | noted


def _note(path: Path, notes: set[Note], *, is_whole: bool) -> bool:
    known = next(iter(notes)).known if is_whole else None
    return read_following(path.parent, [], Kept()).write({note.entry: dict(note.follows) for note in notes}, known)


def _insert(path: Path, insertions: set[Insertion]) -> None:
    data = path.read_bytes()
    lines = LINE_END.split(decode(data))
    for insertion in sorted(insertions, key=lambda one: (one.line, one.column), reverse=True):
        line = lines[insertion.line - 1]
        newline = "\r\n" if line.endswith("\r\n") else "\n"
        at, end = (find_column(line, column) - 1 for column in (insertion.column, insertion.column + insertion.length))
        lines[insertion.line - 1] = line[:at] + insertion.text.replace("\n", newline) + line[end:]
    disk.write(path, encode("".join(lines), data))
