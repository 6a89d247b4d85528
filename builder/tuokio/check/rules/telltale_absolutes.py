"""Wrong options say "always", "never" or "only", and the right one does not.

**Why.** Whoever has sat tests knows that what allows no exception is mostly wrong, and crosses it out unread.

**Subject:** questions. **Severity:** hint. **Source:** Haladyna, Downing & Rodriguez 2002, guideline on specific determiners; NBME item-writing guide.

**Bad:** `Never take anything back` · `Always give the money back` · `Take it back within 14 days`
**Good:** `Take back nothing that is opened` · `Give the money back by card` · `Take it back within 14 days`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.check.options import has_one_right
from tuokio.finding import Finding, Severity

ABSOLUTES = {
    "en": ("always", "never", "every time", "under no circumstances", "no matter what", "nobody ever", "absolutely"),
    "fi": ("aina", "koskaan", "ikinä", "missään tapauksessa", "joka kerta", "poikkeuksetta", "ehdottomasti"),
    "sv": ("alltid", "aldrig", "under inga omständigheter", "varje gång", "utan undantag"),
}
UNLESS = {"fi": r"(?! (?:välillä|asti|saakka|silloin tällöin))"}
"""What may follow them and takes them back."""
STRONG = {language: re.compile(rf"\b(?:{'|'.join(words)})\b{UNLESS.get(language, '')}", re.I) for language, words in ABSOLUTES.items()}
WEAK = {
    "en": re.compile(r"\b(?:only|nobody|everybody|everyone|no one|nothing|all|must)\b", re.I),
    "fi": re.compile(r"\b(?:vain|ainoastaan|kaikki|kaikille|kaikkiin|kaiken|kukaan|mitään|pakko)\b", re.I),
    "sv": re.compile(r"\b(?:bara|endast|alla|allt|ingen|inget|måste)\b", re.I),
}
"""Words that are absolute only beside one that is: in normal use they mean little."""

QUOTES = ("”", "“", '"', "«", "»", "‘", "’")
"""Before words that somebody says: how people talk is another matter."""


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    language = manuscript.language.split("-")[0]
    if not any(word in manuscript.offered for word in ABSOLUTES.get(language, ())):
        return
    strong, weak = STRONG[language], WEAK[language]
    for question in manuscript.choices:
        if len(question.options) < 3 or not has_one_right(question):
            continue
        firm = [number for number, option in enumerate(question.options) if option.text[:1] not in QUOTES and strong.search(option.text)]
        if not firm or any(question.options[number].correct for number in firm):
            continue
        absolute = [number for number, option in enumerate(question.options) if number in firm or option.text[:1] not in QUOTES and weak.search(option.text)]
        if len(absolute) >= 2 and not any(question.options[number].correct for number in absolute):
            yield Finding("telltale-absolutes", Severity.HINT, question.span("options", firm[0], "text"), f"{len(absolute)} wrong options allow no exception and the right one does, so they can be crossed out unread.", "Word the wrong ones as cautiously as the right one.")
