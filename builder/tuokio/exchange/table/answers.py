"""What a cell means that says which answer is right: `B`, `2`, `A ja C`, `x`, an option's own text, `Tosi`, a number, a word."""

from __future__ import annotations

import re
from collections.abc import Sequence

STATEMENT = {
    **dict.fromkeys(["tosi", "totta", "oikein", "kyllä", "true", "t", "yes", "right", "correct", "sant", "sann", "rätt", "ja", "k", "o"], True),
    **dict.fromkeys(["epätosi", "tarua", "väärin", "ei", "false", "f", "no", "wrong", "incorrect", "falskt", "falsk", "osant", "fel", "nej", "e", "v", "valhe", "ei totta"], False),
}
"""What is said of a statement."""
TRUTHS = [{"tosi", "epätosi"}, {"totta", "tarua"}, {"totta", "ei totta"}, {"oikein", "väärin"}, {"true", "false"}, {"sant", "falskt"}, {"sann", "falsk"}, {"rätt", "fel"}, {"sant", "osant"}, {"right", "wrong"}, {"correct", "incorrect"}]
"""Pairs of options that make their question a statement."""
MARKS = frozenset("x|✓|✔|☑|1|*|+|ok|oikein|oikea|kyllä|tosi|true|yes|rätt|ja|sant|right|correct|k".split("|"))
"""What people write beside an option that is right."""
PARTS = re.compile(r"\s*(?:[,;/&+|\n.]|\s(?:ja|och|and|sekä|samt)\s)\s*", re.I)
LIST = re.compile(r"\s*[;|\n]\s*")
LABEL = re.compile(r"(?:vaihtoehto|vastaus|kohta|alternativ|svar|option|answer|choice)?\s*([A-Za-z]|\d{1,2})\s*[).:]?", re.I)
LONG = 60
"""Signs from which an answer is no longer typed, but said in one's own words."""


def name_options(text: str, options: Sequence[str]) -> tuple[list[int], bool]:
    """Return the options (from 0) that a cell names, none where it names what is not there; and whether it may be read in two ways."""
    plain = [_plain(option) for option in options]
    wanted = _plain(text)
    if not wanted:
        return [], False
    labels = _read_labels(text, options)
    if wanted in plain:
        named = [plain.index(wanted)]
        return named, bool(labels) and labels != named
    if labels:
        return labels, False
    for split in (LIST, re.compile(r"\s*,\s*")):
        parts = [_plain(part) for part in split.split(text) if part.strip()]
        if len(parts) > 1 and all(part in plain for part in parts):
            return sorted({plain.index(part) for part in parts}), False
    if match := re.fullmatch(r"([A-Za-z]|\d{1,2})[).:]\s*(.+)", text, re.S):  # `B) Kysyn kuittia`
        label = _place(match[1])
        if 0 <= label < len(options) and plain[label] == _plain(match[2]):
            return [label], False
    return [], False


def _read_labels(text: str, options: Sequence[str]) -> list[int]:
    """Return the options that letters or numbers stand for."""
    there = {number for number, option in enumerate(options) if option.strip()}
    bare = text.strip().strip("()[]")
    parts = [part for part in PARTS.split(bare) if part]
    if len(parts) == 1 and re.fullmatch(r"[A-H]{2,8}", bare) and len(set(bare)) == len(bare):
        parts = list(bare)
    found = []
    for part in parts:
        match = LABEL.fullmatch(part)
        if not match or (place := _place(match[1])) not in there:
            return []
        found.append(place)
    return sorted(set(found))


def _place(label: str) -> int:
    return int(label) - 1 if label.isdigit() else ord(label.upper()) - 65


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .")


def is_mark(text: str) -> bool:
    """Say whether a cell beside an option says that it is right."""
    return text.strip().casefold() in MARKS


def is_truth(options: Sequence[str]) -> bool:
    """Say whether the options of a question only say that it is true or not."""
    return {_plain(option) for option in options} in TRUTHS


def read_truth(text: str) -> bool | None:
    """Return whether a cell says that a statement is true; None if it says neither."""
    return STATEMENT.get(_plain(text))


def split_options(text: str) -> list[str]:
    """Return the options that one cell lists, each on a line of its own or after a semicolon, without their letters."""
    return [re.sub(r"^(?:[A-Ha-h]|\d)[).]\s*|^[-•*]\s+", "", part) for part in LIST.split(text.strip()) if part]


def split_answers(text: str) -> list[str]:
    """Return the answers that a cell lists: `kuitti; kuitilla`."""
    return list(dict.fromkeys(part for part in LIST.split(text) if part))
