"""What of typeset text is read as sentences: paragraphs and items of lists, not headings, tables, captions or code."""

from __future__ import annotations

import re
from html import unescape

from tuokio.course import Step
from tuokio.prose import Markdown

SKIPPED = re.compile(r"<(h[1-6]|table|pre|figcaption|svg|script|style|sup)\b[^>]*>.*?</\1>|<section class=.footnotes.*?</section>", re.S)
"""What is no prose. `sup` is where a note is called; notes are mostly sources."""
BLOCKS = re.compile(r"</?(?:p|li|ul|ol|dl|dt|dd|div|section|aside|blockquote|details|summary|figure|hr|br)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")


def read_prose(step: Step) -> str:
    """Return a step's own text as plain text, with an empty line between paragraphs; what its blocks say is not in it."""
    found = []
    for part in step.parts:
        if isinstance(part, Markdown):
            text = unescape(TAG.sub("", BLOCKS.sub("\n\n", SKIPPED.sub("", part.html))))
            found += [line for paragraph in text.split("\n\n") if (line := " ".join(paragraph.split()))]
    return "\n\n".join(found)
