"""A text names an option by its letter or its place, and options come in another order for every learner.

**Why.** "B is wrong" is then said of whatever stands second on that phone. Nor do options have letters here.

**Subject:** questions. **Severity:** warning. **Source:** NBME item-writing guide; Haladyna, Downing & Rodriguez 2002.

**Bad:** `feedback: Option B would break the law.`
**Good:** `feedback: Refusing would break the law.` Or `shuffle: false`, where the order is part of the question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.blocks.question import UNSAID, Options
from tuokio.check.manuscript import Manuscript
from tuokio.check.markup import strip_markup
from tuokio.finding import Finding, Severity

NAMES = {"en": ("option", "answer", "alternative", "choice"), "fi": ("vaihtoeh", "kohta", "kohda", "kohdi", "vastau"), "sv": ("alternativ", "svar")}
HINTS = {"en": (*NAMES["en"], " and ", " or "), "fi": (*NAMES["fi"], " ja ", " tai ", " sekä "), "sv": (*NAMES["sv"], " och ", " eller ", " samt ")}
JOINED = {"en": (*HINTS["en"], " & "), "fi": (*HINTS["fi"], " että "), "sv": HINTS["sv"]}
"""Without one of these a text names no option; of a short one, which may be nothing but letters, all are looked for."""
SHORT = 30  # characters
LETTERS = frozenset("ABCDEFGH")
MARKS = "[`*_~\\<"
"""What markup begins with."""
PHRASES = {
    "en": re.compile(
        r"\b(?:[Oo]ptions?|[Aa]lternatives?|[Aa]nswers?|[Cc]hoices?) (?:[A-H]|\(?[a-h]\)|[1-9])(?![\w%’'])"
        r"|\b[Tt]he (?:first|second|third|fourth|fifth|last|top|bottom|previous) (?:option|alternative|choice|answer)(?: here| above| below)? (?:is|was|would be|sounds|looks|seems) (?:the )?(?:right|wrong|correct|incorrect|better|best|tempting)\b"
        r"|\b[Tt]he (?:option|alternative|answer)s? (?:above|below)\b"
        r"|^(?:[Bb]oth )?(?:[Oo]ptions? )?[A-H](?:, [A-H])*,? (?:and|or|&) [A-H]$"
    ),
    "fi": re.compile(
        r"\b[Vv]aihtoeh(?:to|do)\w* (?:[A-H]|[a-h]\)|[1-9])(?![\w%])|\b[A-H]-?(?:vaihtoehto|kohta|kohda)\w*|\b[Kk]oh(?:ta|da|di)\w* [A-H]\b(?!-)|\b[Vv]astau\w+ [A-H]\b(?!-)"
        r"|\b(?:[Ee]nsimmäi|[Kk]olma|[Nn]eljä|[Vv]iime|[Vv]iimei|[Yy]le|[Aa]le)\w+ vaihtoeh(?:to|do)\w* (?:on|oli|olisi) (?:oikein|väärin|oikea|väärä|paras|parempi|huono)\b"
        r"|\b[Yy]llä olev\w+ vaihtoeh\w+|^(?:[Ss]ekä |[Mm]olemmat )?[A-H](?:, [A-H])* (?:ja|tai|sekä|että) [A-H]$"
    ),
    "sv": re.compile(
        r"\b(?:[Aa]lternativ(?:et|en)?|[Ss]var(?:et|en)?) (?:[A-H]|[a-h]\)|[1-9])(?![\w%])"
        r"|\b(?:[Dd]et )?(?:första|andra|tredje|fjärde|sista|översta|nedersta) (?:alternativet|svaret) (?:är|var|vore) (?:rätt|fel|bäst|bättre)\b"
        r"|\balternative[nt] ovan\b|^(?:[Bb]åde )?[A-H](?:, [A-H])* (?:och|eller|samt) [A-H]$"
    ),
}


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    language = manuscript.language.split("-")[0]
    phrases = PHRASES.get(language)
    for question in manuscript.choices if phrases else ():
        told = _list_told(question) if question.shuffle else []
        for path, text in told if _may_name([text for _, text in told], NAMES[language]) else ():
            short = len(text) < SHORT
            lower = (strip_markup(text) if short else text).lower()
            if any(hint in lower for hint in (JOINED if short else HINTS)[language]):
                match = phrases.search(strip_markup(text).strip(" .!"))
                if match and not _is_a_name(match[0], question, path):
                    yield Finding("option-by-place", Severity.WARNING, question.span(*path), f"Here stands “{match[0]}”, but options have no letters and come in another order for every learner.", "Say what it says in a word or two, or write `shuffle: false`.")


def _may_name(texts: list[str], names: tuple[str, ...]) -> bool:
    """Say at a quick look whether one of them may name an option: with a word for it, or by ending in its letter, in so far as markup hides neither."""
    whole = "\n".join(texts)
    small = whole.lower()
    return any(name in small for name in names) or any(mark in whole for mark in MARKS) or not LETTERS.isdisjoint([text.rstrip(" .!\n")[-1:] for text in texts])


def _list_told(question: Options) -> list[tuple[tuple[str | int, ...], str]]:
    told: list[tuple[tuple[str | int, ...], str]] = [(("options", number, key), text) for number, option in enumerate(question.options) for key in ("text", "feedback", "unchosen") if (text := getattr(option, key))]
    feedback = question.feedback
    told += [((key,), text) for key, text in (("feedback", feedback), ("explanation", question.explanation), ("hint", question.hint)) if text and isinstance(text, str)]
    if not isinstance(feedback, str) and feedback is not UNSAID:
        told += [(("feedback", key), text) for key in ("correct", "partly", "wrong") if (text := getattr(question.verdicts, key))]
        told += [(("feedback", written), text) for _, _, written, text in question.ranges]
    return told


def _is_a_name(phrase: str, question: Options, path: tuple[str | int, ...]) -> bool:
    """Say whether what looks like a letter is what the thing is called: "alternative B" of a contract."""
    last = phrase.split()[-1]
    return phrase.lower() in question.question.lower() or last.isupper() and re.search(rf"\b{last}\b", question.question) is not None or (path[-1] != "text" and any(re.search(rf"\b{re.escape(last)}\b", option.text) for option in question.options))
