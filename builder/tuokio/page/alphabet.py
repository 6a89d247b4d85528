"""The order of a word list, as people of a language look for words: å, ä and ö come last in Finnish and Swedish, and in English with a and o."""

from __future__ import annotations

from unicodedata import combining, normalize

LAST = {"fi": "åäö", "sv": "åäö", "et": "õäöü", "da": "æøå", "nb": "æøå", "nn": "æøå", "no": "æøå"}
"""Letters after z. All others stand where they do without their marks."""


def order(word: str, language: str) -> tuple[str, str]:
    """Return what words are sorted by."""
    return "".join(_rank(sign, LAST.get(language.split("-")[0], "")) for sign in normalize("NFC", word).casefold()), word


def letter(word: str, language: str) -> str:
    """Return the letter under which a word is listed; `#` for what begins with a figure or a sign."""
    first = next((sign for sign in normalize("NFC", word) if sign.isalnum()), "#").upper()[:1]
    if first.lower() in LAST.get(language.split("-")[0], ""):
        return first
    plain = normalize("NFD", first)[:1]
    return plain if plain.isalpha() else "#"


def _rank(sign: str, last: str) -> str:
    if sign in last:
        return chr(0x10F000 + last.index(sign))  # after every letter there is
    if not sign.isalnum():
        return " " if sign.isspace() else ""
    return "".join(one for one in normalize("NFD", sign) if not combining(one))
