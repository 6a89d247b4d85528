"""Names as people write them: lists that are pasted, which two are the same person, and which are nearly so. `names.ts` does the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from unicodedata import combining, normalize

UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""Ends of lines, those of word processors too."""
LISTED = re.compile(r"^\s*(?:[-–•*·]|\d+[.)])\s+")
"""What stands before a name in a list."""
ADDRESS = re.compile(r"\s*<[^<>\n]*@[^<>\n]*>\s*[;,]?")
"""`Aino Virtanen <aino@example.com>; …`, as mail programs copy recipients."""
FIRST = {"etunimi", "etunimet", "kutsumanimi", "förnamn", "tilltalsnamn", "first name", "firstname", "given name"}
LAST = {"sukunimi", "efternamn", "last name", "lastname", "surname", "family name"}
WHOLE = {"nimi", "työntekijä", "henkilö", "osallistuja", "namn", "anställd", "medarbetare", "deltagare", "name", "full name", "employee", "person", "participant"}
LONG = 8  # letters of a name from which two slips are taken for slips


def fold(name: str) -> str:
    """Return what two spellings of a name have in common: `AINO  virtanen ` and `Aino Virtanen` are the same person."""
    text = UNSEEN.sub("", normalize("NFKC", name)).lower().replace("ß", "ss").replace("’", "'")
    return " ".join(re.sub(r"[.,;]", " ", text).split())


def turn(name: str) -> str:
    """Return what a name and `Virtanen, Aino` have in common: its words in alphabetical order."""
    return " ".join(sorted(fold(name).split()))


def are_near(one: str, other: str) -> bool:
    """Say whether two names that are not the same may well be of one person: a slip or two, a name left out, an initial, dots of an `ä`."""
    plain, others = _plain(one), _plain(other)
    if re.sub(r"\D", "", plain) != re.sub(r"\D", "", others):
        return False  # `Till 1` and `Till 2`
    few, many = sorted((plain.split(), others.split()), key=len)
    if _is_within(few, many) or (len(few) == len(many) and _is_within(many, few)):
        return True
    slips = 2 if min(len(plain), len(others)) >= LONG else 1
    return any(_distance(a, b) <= slips for a, b in ((plain, others), (" ".join(sorted(few)), " ".join(sorted(many)))))


def _is_within(few: list[str], many: list[str]) -> bool:
    """Say whether all names are among others, or are initials of them, but not initials alone."""
    return any(len(word) > 1 for word in few) and all(any(word == longer or (len(word) == 1 and longer.startswith(word)) for longer in many) for word in few)


def _plain(name: str) -> str:
    return "".join(sign for sign in normalize("NFD", fold(name)) if not combining(sign))


def _distance(one: str, other: str) -> int:
    from jellyfish import damerau_levenshtein_distance  # only where names are compared

    return damerau_levenshtein_distance(one, other)


def read_names(text: str) -> list[str]:
    """Return the names of a pasted list, as often as they are in it: one a line, or a table with `;`, tab or `,` between columns."""
    lines = [line for line in (LISTED.sub("", UNSEEN.sub("", line)).strip() for line in BREAKS.split(ADDRESS.sub("\n", text))) if line]
    mark = next((mark for mark in "\t;," if any(mark in line for line in lines)), "\t")
    rows = [_split(line, mark) for line in lines]
    columns, headed = _find_columns(rows[0]) if rows else ([], False)
    found: list[str] = []
    for row in rows[headed:]:
        parts = [row[column] for column in columns if column < len(row)] if headed else row[: 2 if len(row) > 1 and all(map(_is_word, row[:2])) else 1]
        name = " ".join(" ".join(parts).split())
        if fold(name):
            found.append(name[:80])
    return found


def join_lists(one: list[str], other: list[str]) -> list[str]:
    """Return the names of two lists, each as often as in the one that has it more often: the same list given again makes nobody two."""
    joined = list(one)
    counts = Counter(map(fold, one))
    for name in other:
        counts[fold(name)] -= 1
        if counts[fold(name)] < 0:
            joined.append(name)
    return joined


def _split(line: str, mark: str) -> list[str]:
    cells = re.findall(rf'{mark}(?: *"((?:[^"]|"")*)" *|([^{mark}]*))(?={mark}|$)', mark + line)
    return [(quoted.replace('""', '"') or plain).strip() for quoted, plain in cells]


def _is_word(cell: str) -> bool:
    return re.fullmatch(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", cell) is not None


def _find_columns(head: Iterable[str]) -> tuple[list[int], bool]:
    """Return the columns of the names, first name first, and whether there is a head that tells."""
    heads = [fold(cell) for cell in head]
    for wanted in ((FIRST, LAST), (WHOLE,), (FIRST,), (LAST,)):
        columns = [next((number for number, cell in enumerate(heads) if cell in names), -1) for names in wanted]
        if -1 not in columns:
            return columns, True
    return [0], False
