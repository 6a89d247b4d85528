"""Markdown as its author typed it: what of it is words, and where its links and pictures are."""

from __future__ import annotations

import re
from typing import NamedTuple

MARKUP = re.compile(
    r"""!\[[^\[\]]{0,500}\]\([^)]{0,500}\)              # a picture
    |   \[(?P<text>[^\[\]]{0,500})\]\([^)]{0,500}\)      # a link
    |   \[(?P<tongue>[^\[\]]{0,500})\]\{[^}]{0,100}\}    # words in another language
    |   `[^`]{0,500}`
    |   (?<![\w\\])[*_~]{1,3}(?=\S) | (?<=\S)[*_~]{1,3}(?!\w)
    |   \\(?P<sign>[!-/:-@\[-`{-~])
    |   \[\^[^\[\]]{0,100}\] | ^\[!\w+\] | <[^>]{1,80}>""",
    re.X | re.M,
)

CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`]*\1(?!`)")
TARGET = r"""\]\(\s*(?P<target><[^<>\n]{0,500}>|[^\s()]{0,500}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?)(?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'))?\s*\)|\]\[[^\[\]]{0,200}\])"""
"""What follows the words of a link or a picture."""
LINK = re.compile(r"(?<![!\\])\[(?P<words>(?:[^\[\]\\]|\\.|!?\[[^\[\]]{0,500}\](?:\([^()]{0,500}\))?){0,500})(?:" + TARGET)
PICTURE = re.compile(r"(?<!\\)!\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,500}\]){0,1000})(?:" + TARGET)

MARKED = re.compile(r"[\[`*_~\\<]")


def strip_markup(text: str) -> str:
    """Return the words of a Markdown text: links' texts without their targets, nothing of pictures and code."""
    return MARKUP.sub(lambda match: match["text"] or match["tongue"] or match["sign"] or "", text) if MARKED.search(text) else text


class Reference(NamedTuple):
    """A link or a picture as written in Markdown."""

    written: str
    words: str
    """What stands in its square brackets."""
    target: str
    """Where it leads; empty where that is said elsewhere, as in `[words][name]`."""


def find_references(pattern: re.Pattern[str], words: str) -> list[Reference]:
    """Return the links or the pictures of a text, less those in code."""
    words = CODE.sub(" ", words) if "`" in words else words
    return [Reference(match[0], match["words"], (match["target"] or "").strip("<>")) for match in pattern.finditer(words)]
