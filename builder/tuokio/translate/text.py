"""One text of a course beside its translation."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

UNTRANSLATED = "___"
"""Stands among the signs for a text that is still the source's."""


class State(StrEnum):
    """What a translator has to do about a text."""

    NEW = "new"
    """It has no translation yet."""
    CHANGED = "changed"
    """It reads otherwise than when it was translated."""
    DONE = "done"


@dataclass
class Text:
    """A text and what is known of its translation."""

    id: str
    """Its name in the sheet: module, step or block, and the path inside: `receipt/paid-how/options/2/text`."""
    file: str
    """The file of the source, as its author knows it."""
    where: str
    """Where it stands, in words."""
    source: str
    theirs: str = ""
    """The present translation; empty where there is none."""
    state: State = State.NEW
    kind: str = ""
    """What it is, where that limits what may be written: `table`, `phrase`."""


@dataclass(frozen=True)
class Told:
    """What came back for a text."""

    text: str
    sign: str
    """That of the wording it was translated from."""


def compare(old: list[str], new: list[str]) -> list[tuple[int | None, State]]:
    """Return for each sign of the source which of the old ones it was, and whether it still is that.

    What was put in between is new; what stands in the place of another has changed.
    """
    if len(old) == len(new) and all(one in (other, UNTRANSLATED) for one, other in zip(old, new, strict=True)):
        return [(number, State.NEW if one == UNTRANSLATED else State.DONE) for number, one in enumerate(old)]  # two texts may be the same
    found: list[tuple[int | None, State]] = [(None, State.NEW)] * len(new)
    for kind, start, stop, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for place, number in enumerate(range(first, last)):
            before = start + place
            if before < stop:
                state = State.DONE if kind == "equal" else State.NEW if old[before] == UNTRANSLATED else State.CHANGED
                found[number] = (before, state)
    return found
