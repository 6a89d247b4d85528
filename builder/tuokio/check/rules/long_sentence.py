"""A sentence has more than 25 words, in Finnish more than 20; or a quarter of a module's sentences do.

**Why.** Whoever reads between two customers, or in a language not their own, has lost the beginning of a long sentence by its end.
Finnish words are longer and carry what other languages say in three, so fewer of them fit. What customers say in a conversation is
left alone: people talk as they talk. A colon, a semicolon and a dash let one breathe, and count as an end.

**Subject:** text. **Severity:** hint for a sentence; warning for a module of which more than a quarter of the sentences are so long.
**Source:** plain-language guides agree on 15 to 20 words on average and 25 at most; Selkokeskus for Finnish.

**Bad:** one sentence that says what to ask for, why, what to do if it is not there and whom to call.
**Good:** a sentence for each, or a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.check.lix import SIGNS, WORD
from tuokio.check.manuscript import Manuscript, Text
from tuokio.check.markup import strip_markup
from tuokio.check.sentences import split
from tuokio.finding import Finding, Severity

MOST = {"fi": 20, "en": 25, "sv": 25}
"""Words of a sentence."""
SHARE, ENOUGH = 0.25, 12
"""More than this share of a module's sentences makes it heavy, if there are at least so many of them."""
CODE = re.compile(r"`[^`\n]{1,500}`")
NOTE = re.compile(r"\[\^[^\]\s]{1,60}\]")
QUICK = re.compile(r"(?:[.!?…:;]|\s[–—])\s")
"""What ends a sentence at a quick look; what is short between two of these needs no second one."""
PAUSE = re.compile(r"[:;](?=\s)|\s[–—]\s")
"""Where one breathes: LIX too takes what follows a colon for a sentence of its own."""


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    most = MOST.get(manuscript.tongue)
    if not most:
        return
    long = total = 0
    for text in manuscript.texts:
        if len(text.words) > most and _may_be_long(text.words, most) and _is_counted(text):
            for words, sentence in _count(text):
                total += 1
                if words > most:
                    long += 1
                    start = " ".join(sentence.split()[:3])
                    yield Finding("long-sentence", Severity.HINT, text.span(start), f"This sentence has {words} words.", f"Make two of it, or a list: {most} words at most are read in one go.")
    if long:
        pieces = [QUICK.split(text.words) for text in manuscript.texts if not _may_be_long(text.words, most) and _is_counted(text)]
        total += sum(len(one) - (not one[-1].strip()) for one in pieces)
    if total >= ENOUGH and long > SHARE * total:
        yield Finding("long-sentence", Severity.WARNING, manuscript.module.span(), f"{long} of the {total} sentences of this module have more than {most} words.", "Read it aloud: where you breathe, a new sentence can begin.")


def _may_be_long(text: str, most: int) -> bool:
    """Say at a quick look whether there may be more words than these between two stops. Nearly all texts are short, or full stops alone tell."""
    return text.count(" ") + text.count("\n") >= most and max([piece.count(" ") + piece.count("\n") for piece in text.split(". ")]) >= most and max([piece.count(" ") + piece.count("\n") for piece in QUICK.split(text)]) >= most


def _is_counted(text: Text) -> bool:
    """Say whether it is made of sentences that its author can shorten."""
    return not ((text.passage and text.passage.kind in ("heading", "cell")) or text.key == "says" or text.offered)


def _count(text: Text) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a text, each with how many words are read in it."""
    words = NOTE.sub("", text.words) if "[^" in text.words else text.words
    for start, end in split(words, text.manuscript.language):
        sentence = words[start:end]
        read = strip_markup(CODE.sub(" x ", SIGNS.sub(" ", sentence)))
        yield max(len(WORD.findall(piece)) for piece in PAUSE.split(read)), sentence
