"""The words of a link do not say where it leads: “click here”, “read more”.

**Why.** People who listen to a page may hear its links alone, one after the other, and people who skim it see only them: “here, here, more” leads
nowhere (WCAG 2.2, 2.4.4 and 2.4.9). On paper nothing can be clicked.

**Subject:** text. **Severity:** warning. **Source:** Web Content Accessibility Guidelines 2.2, criterion 2.4.4, failure F84.

**Bad:** `Read more [here](03-returns.md).`
**Good:** `Read [how returns work](03-returns.md).`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.check.markup import strip_markup
from tuokio.finding import Finding, Severity

EMPTY = {
    "en": re.compile(r"(?:(?:please )?(?:click|press|tap|look|see|go|read)(?: on)? )?(?:right )?(?:here|this link|the link|this page|this site)|this|(?:read |learn |find out |see |show |view )?more(?: info(?:rmation)?| details)?(?: here)?|link|continue reading", re.I),
    "fi": re.compile(r"(?:(?:klikkaa|paina|napauta|katso|lue|siirry|avaa|napsauta|lataa|tutustu|löydät)(?: lisää)? )?(?:tästä|täältä|tänne|tähän|tätä|täällä|tässä)(?: (?:linkistä|linkkiä|lisää|sivulta))?|lue lisää|lisää|lisätietoja|lisätietoa|katso lisää|näytä lisää|(?:tämä |tästä )?linkki|(?:tästä )?linkistä|tämä sivu|tältä sivulta|klikkaa", re.I),
    "sv": re.compile(r"(?:(?:klicka|tryck|se|läs|gå)(?: mera?)?(?: på)? )?(?:via )?(?:här|hit|den här länken|denna länk|länken)|läs mera?(?: här)?|mera?(?: info(?:rmation)?)?|öppna|länk|visa mer|denna sida|den här sidan", re.I),
}


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    empty = EMPTY.get(manuscript.tongue)
    for text, link in manuscript.links if empty else ():
        words = " ".join(strip_markup(link.words).strip(" .,:;!?…»›>→-–").split())
        if words and empty.fullmatch(words):
            yield Finding("vague-link", Severity.WARNING, text.span(link.written), f"“{words}” does not say where the link leads.", "Make a link of the words that name what is there: `[how returns work](…)`.")
