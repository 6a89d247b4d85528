"""Nearly all customers of a deck come in a bad mood, or there are fewer than four moods.

**Why.** Most customers are calm, and whoever practises on angry ones only learns to expect them. The game is about seeing which it is:
with a mood or two there is nothing to see.

**Subject:** conversations. **Severity:** hint. **Source:** the pair game's own design: at least one customer in five is calm or kind.

**Bad:** `moods: {furious: …, sour: …}`
**Good:** `moods: {furious: …, restless: …, calm: …, cheerful: …}`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tuokio.check.manuscript import Manuscript
from tuokio.finding import Finding, Severity

FEWEST, SHARE, DECK = 4, 0.2, 6
"""Moods; the share of customers who may come in a calm or kind one; and customers from which on it is asked."""
HARD = {
    "en": re.compile(r"\b(?:angry|furious|annoyed|irritated|sour|rude|upset|impatient|stressed|hurried|rushed|tired|suspicious|distrustful|bitter|grumpy|aggressive|frustrated|offended|sad|anxious|worried|nervous|loud|drunk|cold|curt|restless|disappointed|hostile|in a hurry)\b", re.I),
    "fi": re.compile(r"\b(?:vihai|raivo|ärty|ärsyyn|hapan|töykeä|kiukku|kiukk|pahantuuli|kärsimät|kiirei|hätäi|stressaan|väsy|epäluuloi|katkera|äkäi|aggressiivi|turhautu|loukkaantu|surulli|huolestu|hermostu|humalai|kylmä|tyly|levot|pettyny|vihamieli)\w*", re.I),
    "sv": re.compile(r"\b(?:arg|rasande|irriterad|sur|otrevlig|upprörd|otålig|stressad|brådskande|jäktad|trött|misstänksam|bitter|grinig|aggressiv|frustrerad|förnärmad|ledsen|orolig|nervös|högljudd|berusad|kylig|kort|rastlös|besviken|fientlig)\w{0,2}\b", re.I),
}


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    hard = HARD.get(manuscript.tongue)
    for _, block in manuscript.blocks if not manuscript.module.source else ():
        if not _has_moods(block.__class__):
            continue
        customers, moods = block.customers, block.all_moods  # type: ignore[attr-defined]
        if not moods or not customers or len(customers) < DECK:  # of fewer customers it is told anyway
            continue
        if len(moods) < FEWEST:
            yield Finding("angry-customers", Severity.HINT, block.span("moods"), f"With {len(moods)} mood{'' if len(moods) == 1 else 's'} there is little to see.", f"Write {FEWEST} at least, and let one of them be calm and one kind.")
        elif hard:
            bad = {mood.id for mood in moods if hard.search(mood.name)}
            kind = sum(1 for customer in customers if not set(customer.may) <= bad)
            if kind < SHARE * len(customers):
                yield Finding("angry-customers", Severity.HINT, block.span("customers"), f"{len(customers) - kind} of the {len(customers)} customers come in a bad mood only.", "Let one in five at least be calm or kind: add such a mood to their `moods`.")


@cache
def _has_moods(kind: type) -> bool:
    """Say whether blocks of a kind have customers who come in moods; pydantic takes long to say it of a block."""
    return hasattr(kind, "all_moods")
