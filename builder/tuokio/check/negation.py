"""What a question asks and whether it asks for what is not so, in Finnish, Swedish and English. Of other languages nothing is known."""

from __future__ import annotations

import re
from functools import cache

EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1")
QUOTED = re.compile(r"[”“\"«»„][^”“\"«»„]*[”“\"«»„]|‘[^‘’]*’")
SENTENCE = re.compile(r"[^.!?:]+[.!?:…]*")

ASKING = {
    "en": re.compile(r"\W*(?:and |but |so |then |in |at |on |to |of |for |with |from |by )?(?:which|what|who|whom|where|when)\b(?! if)", re.I),
    "fi": re.compile(r"\W*(?:ja |mutta |no )?(?:mikä|mitkä|mitä|minkä|mihin|mistä|missä|millä|millä|mille|miltä|minä|millai\w+|minkälai\w+|kuka|ketkä|ketä|kenet|kenelle|keneltä|kenen|kenellä|milloin|kumpi\w*|kumpa\w+|kumma(?!lli)\w+|kuinka moni)\b", re.I),
    "sv": re.compile(r"\W*(?:och |men |i |på |till |för |av |med |från )?(?:vilk(?:en|et|a)|vad|vem|vilka|var|när|hur många)\b", re.I),
}
"""How a clause begins that asks for one of several. "Why" asks for a reason, whatever it is the reason of."""
NOT = {
    "en": re.compile(r"\b(?:do|does|did|is|are|was|were|should|would|can|could|must|may|might|will|has|have|need)(?:\s+[\w’']+){0,2}?\s+(?P<word>not)\b(?! to\b)|(?P<joined>\b\w+n[’']t\b|\bcannot\b|\bnever\b)|(?P<but>\bexcept\b|\bleast (?:likely|suitable|important|useful)\b)", re.I),
    "fi": re.compile(r"\b(?P<word>ei|eivät|et|en|emme|ette|älä|älkää)\b(?=\s+\w)|(?P<but>\bpaitsi\b(?!.*\bmyös\b)|\blukuun ottamatta\b)", re.I),
    "sv": re.compile(r"\b(?P<word>inte|ej|aldrig)\b|(?P<but>\butom\b|\bförutom\b)", re.I),
}
GATE = {"en": ("not", "n’t", "n't", "never", "except", "least"), "fi": ("ei", "et", "en", "mme", "älä", "paitsi", "ottamatta"), "sv": ("inte", "ej", "aldrig", "utom")}
"""One of which each of those has in it."""
ASIDE = {
    "en": re.compile(r",|\b(?:who|whom|whose|that|which|when|if|because|where|while|although|though|after|before|until|unless|without|why|as|since)\b", re.I),
    "fi": re.compile(r",|\b(?:joka|jotka|jolla|jos|kun|koska|vaikka|että|ennen kuin)\b", re.I),
    "sv": re.compile(r",|\b(?:som|när|om|att|eftersom|därför|innan|trots|medan|då|för att|fast|utan att)\b", re.I),
}
"""Where another clause begins: what is not so in it is a circumstance, and not what is asked."""
DENIED = {
    "en": re.compile(r"\b(?:not|never|no|nothing|nobody|cannot)\b|\b\w+n[’']t\b", re.I),
    "fi": re.compile(r"\b(?:ei|eivät|et|en|emme|ette|älä|älkää|eikä|enkä|etkä|eivätkä|emmekä|ettekä)\b", re.I),
    "sv": re.compile(r"\b(?:inte|ej|aldrig|inga|inget|ingen)\b", re.I),
}
LONGEST = 2_000
"""Signs of a stem that are looked at, from its end: what stands before is a story, and every comma may begin a clause."""


@cache
def find_negation(stem: str, language: str) -> tuple[str, bool] | None:
    """Return the word by which a question asks for what is not so, and whether it is emphasised; None if it asks for what is."""
    if language not in NOT:
        return None
    stem = stem[-LONGEST:]
    small = stem.lower()
    if not any(sign in small for sign in GATE[language]):
        return None
    loud = {word for match in EMPHASIS.finditer(stem) for word in re.findall(r"[\w’']+", match[2])}
    for sentence in SENTENCE.findall(QUOTED.sub("¤", EMPHASIS.sub(r"\2", stem))):
        for clause in _list_asking(sentence, language):
            if match := NOT[language].search(clause):
                word = next(word for word in match.groups() if word)
                return word, bool(loud.intersection(word.split())) or len(word) > 1 and word.isupper()
    return None


def _list_asking(sentence: str, language: str) -> list[str]:
    """Return the clauses of a sentence that ask, each to where another begins."""
    found = []
    for start in (0, *(match.end() for match in re.finditer(r"[,–—;]\s", sentence))):
        begins = ASKING[language].match(sentence, start)
        if begins:
            ends = ASIDE[language].search(sentence, begins.end())
            whole = sentence[start:]
            # "except" stands behind a comma as often as not.
            tail = whole if re.search(r",?\s*(?:except|paitsi|utom|förutom|lukuun ottamatta)\b", whole, re.I) else ""
            found.append(tail or sentence[start : ends.start() if ends else len(sentence)])
    if not found and language == "en" and re.match(r"\W*(?:all|each|any) of (?:these|the following)\b", sentence, re.I):
        found.append(sentence)
    return found


def denies(text: str, language: str) -> bool:
    """Say whether an option says in its own words that something is not so; what it quotes is somebody's utterance."""
    return bool(language in DENIED and DENIED[language].search(QUOTED.sub("", text)))
