"""A text says by colour or place alone what to press.

**Why.** One man in twelve cannot tell red from green, people who listen hear no colours, and what stands on the right of a screen
stands below on a phone (WCAG 2.2, 1.3.3 and 1.4.1). With the label beside it, everybody finds it.

**Subject:** pictures. **Severity:** hint. **Source:** Web Content Accessibility Guidelines 2.2, criteria 1.3.3 and 1.4.1.

**Bad:** `Press the green button.` `Tap the icon on the right.`
**Good:** `Press the green **Pay** button.` `Tap **Menu**, on the right.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.check.sentences import split
from tuokio.finding import Finding, Severity

NOUNS = {
    "en": r"(?:button|key|icon|link|tab|switch|checkbox|symbol)s?",
    "fi": r"(?:painik\w+|nap(?:pi|in|pia|ista|ilta|eista|pien|peja)|näppäi\w+|kuvak\w+|ikoni\w*|link(?:ki|in|kiä|istä|eistä|kejä)|välileh\w+|symboli\w*)",
    "sv": r"(?:knapp(?:en|ar|arna)?|tangent(?:en|er|erna)?|ikon(?:en|er|erna)?|länk(?:en|ar|arna)?|flik(?:en|ar|arna)?|symbol(?:en|er|erna)?)",
}
ROOTS = {
    "en": ("button", "key", "icon", "link", "tab", "switch", "checkbox", "symbol"),
    "fi": ("painik", "nap", "näppäi", "kuvak", "ikoni", "link", "välileh", "symboli"),
    "sv": ("knapp", "tangent", "ikon", "länk", "flik", "symbol"),
}
"""How those begin."""
COLOURS = {
    "en": r"(?:red|green|blue|yellow|orange|gr[ea]y|black|white|purple|pink|brown)",
    "fi": r"(?:punai\w+|vihre\w+|sini(?:nen|s\w+)|kelta\w+|oranss\w+|harma\w+|musta\w*|valkoi\w+|liila\w*|vaaleanpuna\w+)",
    "sv": r"(?:röda?|gröna?|blåa?|gula?|orangea?|gråa?|svarta?|vita?|lila|rosa|bruna?)",
}
PLACES = {
    "en": r"(?:(?:on|at|to|in) (?:the|your) (?:left|right|top|bottom|upper|lower)\b[\w -]{0,20}|(?:left|right)-hand|(?:top|bottom|upper|lower)[ -](?:left|right))",
    "fi": r"(?:(?<!hiiren )(?:(?:oikealla|vasemmalla)(?! käde)|oikeanpuole\w+|vasemmanpuole\w+)|(?:oikeassa|vasemmassa) (?:ylä|ala)?(?:kulma|reuna|laida)\w+|ylhäällä|alhaalla|yläreuna\w*|alareuna\w*|yläkulma\w*|alakulma\w*|alimma\w+|ylimmä\w+)",
    "sv": r"(?:till (?:höger|vänster)|uppe|nere|längst (?:ner|upp)|i (?:övre|nedre)|högra|vänstra|översta|nedersta)",
}
VERBS = {
    "en": r"(?:press|click|tap|push|touch|choose|select|hit|use)",
    "fi": r"(?:paina|painat|painakaa|napauta|klikkaa|napsauta|kosketa|valitse|näpäytä|käytä|naputa)",
    "sv": r"(?:tryck|klicka|välj|peka|rör|trycker|klickar|väljer|använd)",
}
SEEN = {
    "en": ("red", "green", "blue", "yellow", "orange", "gray", "grey", "black", "white", "purple", "pink", "brown", "left", "right", "top", "bottom", "upper", "lower"),
    "fi": ("puna", "vihre", "sini", "kelta", "oranss", "harma", "musta", "valkoi", "liila", "oikea", "vasemma", "ylhäällä", "alhaalla", "yläreuna", "alareuna", "yläkulma", "alakulma", "alimma", "ylimmä"),
    "sv": ("röd", "grön", "blå", "gul", "orange", "grå", "svart", "vit", "lila", "rosa", "brun", "höger", "vänster", "uppe", "nere", "längst", "övre", "nedre", "högra", "vänstra", "översta", "nedersta"),
}
"""How colours and places begin."""
PHRASES = {
    language: (
        re.compile(rf"\b{VERBS[language]}\b"),
        re.compile(rf"\b{COLOURS[language]} (?:\w+ )?{NOUNS[language]}\b|\b{PLACES[language]},? (?:\w+ ){{0,2}}{NOUNS[language]}\b|\b{NOUNS[language]},? (?:\w+ ){{0,3}}?{PLACES[language]}", re.I),
    )
    for language in VERBS
}
LABEL = re.compile(r"[*_`“”\"»«„{[]|(?<=\w )[A-ZÅÄÖ]\w|(?<=\w )[+×÷=%€#?→✓✗↵]|[(]")
"""What tells a label: markup, quotation marks, a capital letter or a sign in the middle of a sentence."""


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    if manuscript.tongue not in PHRASES:
        return
    verb, phrase = PHRASES[manuscript.tongue]
    for text in manuscript.find(ROOTS[manuscript.tongue]):
        lower = text.words.lower()
        if not any(seen in lower for seen in SEEN[manuscript.tongue]) or not verb.search(lower) or not phrase.search(text.words):
            continue
        for start, end in split(text.words, manuscript.language):
            sentence = text.words[start:end]
            if (match := phrase.search(sentence)) and verb.search(sentence.lower()) and not LABEL.search(sentence):
                yield Finding("colour-only", Severity.HINT, text.span(match[0]), f"“{match[0]}” is found only by those who see the colour or the place.", "Add what is written on it: `the green **Pay** button`.")
