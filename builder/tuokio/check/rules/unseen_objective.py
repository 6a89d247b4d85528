"""An objective says "know" or "understand", which nobody can see.

**Why.** Whether someone understands shows in what they do. An objective that names what one does tells the learner what to look for at work, and you what
to ask.

**Subject:** course. **Severity:** hint. **Source:** Mager's rule that an objective names what can be observed; Haladyna, Downing & Rodriguez 2002.

**Bad:** `returns: You know the return rules.`
**Good:** `returns: You decide a return without a receipt.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.finding import Finding, Severity

VAGUE = {
    "en": re.compile(r"\W*(?:(?:you|the learner|learners|staff|employees|participants?)\s+)?(?:(?:will|can|should|to|must|are able to|is able to)\s+)*(?:(?:really|fully|better|to)\s+)*(?:understand(?:s|ing)?|knows?(?! how to\b)|(?:be|are|is|become)(?: more)? (?:aware|familiar)|learns? about|gets? to know|appreciates?|(?:has|have|gets?|gains?) an? (?:\w+ )?understanding)\b", re.I),
    "fi": re.compile(r"\W*(?:(?:oppija|sinä|osallistuja|työntekijä|myyjä)\s+)?(?:(?:osaat|osaa|opit|oppii)\s+)?(?:(?:sinulla|oppijalla) on (?:käsitys|ymmärrys|tietoa?)|ymmär(?:rät|tää|tävät|rän|rämme)|ymmärtämään|tuntemaan|tietämään|tie(?:dät|tää|tävät|dän)|tun(?:net|tee|tevat|nen)|tuntea|pereh(?:dyt|tyy|tyä|dytään)|tutustu(?:t|u|a|taan)?|olet (?:tietoinen|perillä)|on tietoinen|tiedosta[at]?)\b", re.I),
    "sv": re.compile(r"\W*(?:(?:du|deltagaren|medarbetaren)\s+)?(?:(?:ska|kan|skall|att)\s+)*(?:vet|veta|först(?:år|å)|känner till|känna till|är medveten|vara medveten|har (?:kunskap|kännedom|insikt)|ha kunskap|lär dig (?:om|förstå)|är bekant med|får (?:insikt|kunskap))\b", re.I),
}


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    vague = VAGUE.get(manuscript.language.split("-")[0])
    for name, text in manuscript.module.front.objectives.items() if vague else ():
        if match := vague.match(text):
            yield Finding("unseen-objective", Severity.HINT, manuscript.module.span("objectives", name), f"“{match[0].strip()}” is nothing that one can see.", "Say what the learner does who can: decides, tells, finds, checks.")
