"""An option says "all of the above" or "none of the above".

**Why.** Whoever knows that two options are right chooses it without reading the others, and "none of the above" only shows that
one can tell what is wrong. Options come in another order for every learner, so nothing is above.

**Subject:** questions. **Severity:** warning. **Source:** Haladyna, Downing & Rodriguez 2002, guidelines 18 and 25.

**Bad:** `- All of the above`
**Good:** several options with `correct: true`, so that all that fit are ticked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.check.markup import strip_markup
from tuokio.finding import Finding, Severity

PHRASES = {
    "en": re.compile(r"(all|none|any|both|neither) of (the )?(above|these|those|them|others)( options| answers| alternatives)?|all above|(all|both|none)( of)?( the| these)?( answers| options)? are (correct|right|true)", re.I),
    "fi": re.compile(r"(kaik\w+|kumpi\w*kin|molem\w+|ei mi\w+|ei ku(mpi|mma)\w+) (edell\w+( mainit\w+)?|yllä( |-)?(olev|mainit)\w+|mainit\w+|näistä|noista|vaihtoehdo\w+)( vaihtoehdo\w+)?|(kaikki|molemmat)( vaihtoehdot| vastaukset| edelliset| edellä mainitut| yllä olevat| näistä)? ovat (oikein|oikeita)", re.I),
    "sv": re.compile(r"(alla|inget|ingen|inga|båda) (av )?(ovanstående|ovan|de(ssa)?|alternativen)( alternativ(en)?)?( ovan)?|(alla|båda|samtliga) (ovan(stående)?|(av )?(de )?(alternativ(en)?|svar(en)?))( ovan(stående)?)?( är rätt| stämmer)?|(alla|båda) (är rätt|stämmer)|inget(dera)? av (alternativen|svaren)", re.I),
}
ENDS = {
    "en": ("above", "these", "those", "them", "others", "correct", "right", "true"),
    "fi": ("edel", "yllä", "mainit", "näistä", "noista", "vaihtoehdo", "oikei"),
    "sv": ("ovan", "de", "alternativ", "svar", "rätt", "stämmer"),
}
"""One of which each has in it."""


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    phrases = PHRASES.get(manuscript.tongue)
    for question in manuscript.choices if phrases and any(end in manuscript.offered for end in ENDS[manuscript.tongue]) else ():
        for number, option in enumerate(question.options):
            if phrases.fullmatch(strip_markup(option.text).strip(" .!")):
                yield Finding("catch-all-option", Severity.WARNING, question.span("options", number, "text"), "This option tells nothing of its own.", "Write a real option, or mark several as `correct: true` and ask for all that fit.")
