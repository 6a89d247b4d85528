"""What we tell an author about their files: a finding has a place, a fault and a cure.

An author's mistake is never an exception. It is a `Finding`, collected with all the others
and shown at once; an exception is a bug of ours.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding stops: `error` a build, `warning` a publish, `hint` nothing."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Span(NamedTuple):
    """A place in a source file. Lines and columns count from 1, in characters."""

    path: Path
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True)  # no slots: those of what is frozen are pickled one by one, by Python
class Insertion:
    """Text that `tuokio check --fix` adds at a place, everything else left as it was."""

    path: Path
    line: int
    column: int
    text: str
    length: int = 0
    """Characters whose place it takes: those of a text that gets its quotation marks."""


@dataclass(frozen=True, slots=True)
class Note:
    """What `tuokio check --fix` notes in `translations.lock`: which wording a translation follows."""

    path: Path
    """That of the lock."""
    entry: str
    follows: tuple[tuple[str, str], ...]
    """Step, question or term, each with its signs."""
    known: frozenset[str] | None
    """All translations there are, whatever else is noted goes; None where nobody knows them all."""


Fault = tuple[str, Severity, str, str]
"""What a finding says before its place is known: id, severity, message, cure."""


@dataclass(frozen=True)
class Finding:
    """One fault. `id` finishes the phrase "allow …"; `cure` tells what to do about it."""

    id: str
    severity: Severity
    span: Span
    message: str
    cure: str = ""
    fix: Insertion | Note | None = None


def did_you_mean(word: str, known: Iterable[str], alike: float = 0.61) -> str:
    """Return "Did you mean `x`?" for the nearest known word, or an empty text."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=alike)
    return f"Did you mean `{near[0]}`?" if near else ""
