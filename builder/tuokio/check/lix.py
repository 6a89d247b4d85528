"""How hard a text reads, as LIX tells it: words a sentence, and how many of the words are long.

LIX is Björnsson's of 1968 and counts signs only, so it is the same in every language, but what is usual is not: Finnish words
are long because they are inflected and put together. Newspapers had 47 in Swedish, 52 in English and 72 in Finnish (Björnsson
1983); the Swedish bands are moved by 5 and 25 accordingly. It knows nothing of order, reasons or jargon: a hint where to look.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tuokio.check.sentences import split

LEAST = 100
"""Words from which a figure says anything."""
LONG = 6
"""Letters that a word may have without being long."""
WORD = re.compile(r"[^\W_]+(?:[-'’.,:/·][^\W_]+)*")
NO_PROSE = re.compile(r"^[ \t]*(?:(?P<fence>`{3,}+|~{3,}+)[^\n]*\n(?:.*?\n)??[ \t]*(?P=fence)[^\n]*$|(?:\#{1,6}[ \t]|\|)[^\n]*$)", re.M | re.S)
"""Fences, headings and tables as Markdown has them."""
SIGNS = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,500}\)|(?<=\])\([^)\n]{0,500}\)|\{#[\w-]{1,80}\}|</?[a-zA-Z][^<>\n]{0,500}>|\bhttps?://[^\s)>]{1,500}")
"""What stands in Markdown and is not read aloud: pictures, where links lead, ids, tags."""


class Bands(NamedTuple):
    """Where one band of a language ends and the next begins, in LIX. Lessons aim at what lies between `easy` and `newspaper`."""

    easy: int
    newspaper: int
    heavy: int
    bureaucratic: int
    usual: int
    """What newspapers had."""

    def name(self, lix: float) -> str:
        """Return what a figure is called."""
        return "very easy" if lix < self.easy else "easy to normal" if lix <= self.newspaper else "newspaper" if lix <= self.heavy else "heavy" if lix <= self.bureaucratic else "bureaucratic"


BANDS: dict[str, Bands] = {"sv": Bands(30, 40, 50, 60, 47), "en": Bands(35, 45, 55, 65, 52), "fi": Bands(55, 65, 75, 85, 72)}
"""By language; of others nothing is known."""


def lix(text: str, language: str = "") -> float | None:
    """Return the LIX of a text, or None where it has fewer than 100 words.

    The text is prose, plain or in Markdown, whose paragraphs have an empty line between them. Items of lists are sentences;
    headings, tables and fences do not count. `language` is only asked for which abbreviations end in a full stop.
    """
    prose = NO_PROSE.sub("", text)
    if any(sign in prose for sign in ("](", "{#", "<", "://")):  # plain text needs no second look
        prose = SIGNS.sub(" ", prose)
    prose = prose.replace("\u00ad", "")
    words = WORD.findall(prose)
    if len(words) < LEAST:
        return None
    long = len([word for word in words if len(word) > LONG and (word.isalpha() or sum(map(str.isalpha, word)) > LONG)])
    return len(words) / max(1, len(split(prose, language))) + 100 * long / len(words)
