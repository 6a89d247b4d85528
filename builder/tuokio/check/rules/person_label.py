"""A text says what a person is, where it could say what they do.

**Why.** “A difficult customer” turns our own trouble into somebody else's nature, and nobody can make a diagnosis at the counter.
What somebody does can be answered: they raise their voice, ask the same again, do not look up. Quotations, what customers say in a
conversation and the options of a question are left alone.

Your course may have other words: `labels: [whiner, -troublemaker]` in course.yaml adds one and takes one away.

**Subject:** text. **Severity:** hint. **Source:** the feedback literature holds to behaviour and not to the person (Kluger & DeNisi 1996).

**Bad:** `How to serve a difficult customer`
**Good:** `When a customer raises their voice`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tuokio.check.manuscript import Manuscript
from tuokio.finding import Finding, Severity

LABELS: dict[str, tuple[str, ...]] = {
    "en": (
        *("difficult customer", "problem customer", "awkward customer", "nightmare customer", "bad customer", "annoying customer", "impossible customer", "tiresome customer", "toxic customer", "crazy customer", "stupid customer", "rude customer", "entitled customer", "whiny customer"),
        *("difficult client", "difficult person", "difficult people", "difficult guest", "toxic person", "toxic people", "toxic colleague", "difficult colleague", "difficult employee", "lazy employee", "lazy colleague", "problem employee"),
        *("narcissist", "psychopath", "sociopath", "psycho", "hysterical", "lunatic", "nutcase", "idiot", "moron", "imbecile", "whiner", "moaner", "troublemaker", "time-waster", "control freak", "drama queen", "know-it-all"),
    ),
    "fi": (
        *("hankala asiakas", "vaikea asiakas", "ikävä asiakas", "ongelma-asiakas", "hullu asiakas", "tyhmä asiakas", "mahdoton asiakas", "rasittava asiakas", "ärsyttävä asiakas", "inhottava asiakas", "töykeä asiakas", "tyly asiakas", "kamala asiakas"),
        *("hankala ihminen", "vaikea ihminen", "hankala tyyppi", "vaikea tyyppi", "hankala työkaveri", "vaikea työkaveri", "hankala työntekijä", "laiska työntekijä", "laiska työkaveri"),
        *("narsisti", "psykopaatti", "sosiopaatti", "sekopää", "mielipuoli", "idiootti", "ääliö", "kitisijä", "nillittäjä", "jankuttaja", "kiukuttelija", "urputtaja", "marisija", "ruikuttaja", "rettelöitsijä", "kverulantti", "häirikkö", "besserwisser", "kaikkitietävä", "luonnevikainen"),
    ),
    "sv": (
        *("besvärlig kund", "jobbig kund", "svår kund", "problemkund", "omöjlig kund", "dum kund", "dumma kunder", "krånglig kund", "galen kund", "galna kunder", "otrevlig kund", "hopplös kund"),
        *("besvärlig människa", "svår människa", "besvärlig person", "svår person", "besvärlig kollega", "svår kollega", "lat kollega", "lata kollegor", "lat medarbetare"),
        *("narcissist", "psykopat", "sociopat", "idiot", "dumskalle", "galning", "rättshaverist", "kverulant", "gnällspik", "bråkstake", "bråkstakar", "viktigpetter", "viktigpettrar", "besserwisser", "hysterisk"),
    ),
}
ENDINGS = {"en": r"(?:s|es|'s|’s)?\b(?!-|\s(?:service|situation|case|experience|contact|conversation|encounter|feedback|call|meeting|e?mail|message|question|request|complaint|data|story|storie|skill|review|relation)s?\b)", "sv": r"(?:en|an|et|n|ar|er|or|arna|erna|na|a|e|s|t)?s?"}
BEFORE = {"en": "", "sv": "(?:a|e|are|aste)?"}
"""Endings of what stands before the person: "svår kund", "svåra kunder", and not "det är svårt"."""
FORMS = {
    "asiakas": r"asiak(?:as(?:ta)?|ka\w{1,9})",
    "ihminen": r"ihmi(?:nen|stä|sten|s[ei]\w{0,6})",
    "tyyppi": r"tyyp(?:p?i\w{0,4}|pej[aä]|pien|ei\w{3,4})",
    "idiootti": r"idioot(?!tivarm)\w{1,7}",
}
"""The forms of Finnish words, where they are not the word less its last letter and anything behind; without words that begin with them."""
STEMS = {"psykopaatti": "psykopaat", "sosiopaatti": "sosiopaat", "häirikkö": "häirik", "kverulantti": "kverulant", "mahdoton": "mahdot", "työntekijä": "työnteki"}
CASES = ("lle", "lta", "lla", "ssa", "sta", "ksi", "t", "n")
"""Endings that a Finnish adjective shares with its noun, ä written as a."""
ROOT = 4
"""Letters of a label that are the same in all its forms."""
QUOTED = re.compile(r"“[^”\n]{0,300}”|\"[^\"\n]{0,300}\"|”[^”\n]{0,300}”|»[^»«\n]{0,300}[»«]|«[^»\n]{0,300}»|„[^“”\n]{0,300}[“”]|‘[^’\n]{0,300}’|`[^`\n]{0,300}`|(?<!\w)'[^'\n]{0,300}'(?!\w)")
SAID = {"says", "answers", "wrong", "errand", "hidden", "statement", "twists"}
"""Keys of what somebody says, or may choose or write wrongly."""


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    labels = tuple(manuscript.settings.labels)
    said, language = manuscript.said, manuscript.tongue
    if not any(last in said and any(first in said for first in firsts) for last, firsts in _pair_roots(language, labels).items()):
        return
    pattern = _compile(language, labels)
    for text in manuscript.find(_list_roots(language, labels)):
        if text.key in SAID or text.offered or not pattern.search(text.words.lower()):
            continue
        for match in pattern.finditer(QUOTED.sub(lambda quote: " " * len(quote[0]), text.plain)):
            if language == "fi" and not _agrees(match[0].lower()):
                continue
            yield Finding("person-label", Severity.HINT, text.span(match[0]), f"“{match[0]}” says what somebody is, and not what they do.", "Say what one sees or hears: raises their voice, asks the same again, does not look up.")


@lru_cache(maxsize=32)
def _list_labels(language: str, labels: tuple[str, ...]) -> list[str]:
    """Return the labels of a language, with those that the course adds and less those it takes away."""
    away = {label.removeprefix("-").strip().casefold() for label in labels if label.startswith("-")}
    return [label for label in (*LABELS[language], *(one for one in labels if not one.startswith("-"))) if label.casefold() not in away] if language in LABELS else []


@lru_cache(maxsize=32)
def _list_roots(language: str, labels: tuple[str, ...]) -> frozenset[str]:
    """Return how they begin."""
    return frozenset(_find_root(label.lower(), language) for label in _list_labels(language, labels))


@lru_cache(maxsize=32)
def _pair_roots(language: str, labels: tuple[str, ...]) -> dict[str, set[str]]:
    """Return how the words before the last begin, by how the last ones do, which are fewer: where there is no customer, no kind of customer need be looked for."""
    found: dict[str, set[str]] = {}
    for label in _list_labels(language, labels):
        first, last = ["", "", *(word[:ROOT] if language == "fi" else word for word in label.lower().split())][-2:]
        found.setdefault(last, set()).add(first)
    return found


@lru_cache(maxsize=32)
def _compile(language: str, labels: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds them in their forms; most courses need none, for nothing in them begins so."""
    return re.compile(rf"\b(?:{'|'.join(_inflect(_list_labels(language, labels), language))})", re.I)


def _find_root(label: str, language: str) -> str:
    """Return how a label begins in all its forms; English words keep theirs before another."""
    first, space, _ = label.partition(" ")
    return first + space if language == "en" and space else first[:ROOT]


def _inflect(labels: Iterable[str], language: str) -> Iterator[str]:
    for label in labels:
        words = label.split()
        if language == "fi":
            yield r"\s+".join(map(_bend, words)) + r"\b"
        else:
            yield r"\s+".join(re.escape(word) + (ENDINGS if number == len(words) - 1 else BEFORE)[language] for number, word in enumerate(words)) + (r"\b" if language == "sv" else "")


def _agrees(found: str) -> bool:
    """Say whether a Finnish adjective belongs to the noun behind it: "töykeälle asiakkaalle", and not "älä ole töykeä asiakkaalle"."""
    adjective, _, noun = found.replace("ä", "a").replace("ö", "o").rpartition(" ")
    if not adjective or re.search(r"(?:mme|nne|nsa|(?<!k)si|ni)$", noun):  # a possessive suffix hides the case
        return True
    if noun in ("asiakas", "ihminen"):
        return not adjective.endswith(("sti", "aa", "ta"))
    case = "a" if noun in ("asiakasta", "ihmista") else next((case for case in CASES if noun.endswith(case)), "")
    return adjective.endswith(case) and not adjective.endswith(("sti", "ton" if case else "sti"))


def _bend(word: str) -> str:
    """Return what finds a Finnish word in its forms."""
    if word.endswith("-asiakas"):
        return re.escape(word.removesuffix("asiakas")) + FORMS["asiakas"]
    return FORMS.get(word) or (STEMS.get(word) or re.escape(word[:-1] if word[-1:] in "aäeioöuy" and len(word) > 4 else word)) + r"\w*"
