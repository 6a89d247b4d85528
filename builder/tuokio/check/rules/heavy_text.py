"""A step reads harder than a newspaper.

**Why.** LIX counts how long sentences and words are. It knows nothing of sense or order, but what it finds heavy is heavy to read on a
phone. Every language has its own scale, since Finnish words are long by nature: newspapers had 47 in Swedish, 52 in English and 72
in Finnish. You hear of it above 50, 55 and 75; lessons read well at 30–40, 35–45 and 55–65. Tables, headings and blocks are not counted, and
nothing is said of fewer than 100 words.

**Subject:** text. **Severity:** warning. **Source:** Björnsson 1983, *Readability of newspapers in 11 languages*; bands by Tuokio.

**Bad:** “Palautusoikeuden käyttäminen edellyttää ostotapahtuman todentamista.”
**Good:** “Asiakas voi palauttaa tuotteen, kun hän näyttää kuitin.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.check.lix import BANDS, LEAST, LONG, lix
from tuokio.check.manuscript import Manuscript
from tuokio.check.prose import read_prose
from tuokio.course import Step
from tuokio.finding import Finding, Severity

NEAR = 3 * LEAST
"""Characters that 100 words have at least."""
UNSURE = 15
"""By how much a quick count may be wrong."""


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    bands = BANDS.get(manuscript.tongue)
    for step in manuscript.module.steps if bands else ():
        if step.language != manuscript.language or step.reading * 1000 < NEAR or _is_light(step, bands.heavy):
            continue
        figure = lix(read_prose(step), manuscript.language)
        if figure is not None and figure > bands.heavy:
            how = "as heavy as a law" if figure > bands.bureaucratic else "heavier than a newspaper"
            yield Finding("heavy-text", Severity.WARNING, step.span, f"This step reads {how}: its LIX is {figure:.0f}, and newspapers have about {bands.usual}.", "Say who does what, with verbs, in shorter sentences. Take long compound words apart.")


def _is_light(step: Step, heavy: int) -> bool:
    """Say whether a quick count is so far from heavy that no second one is needed."""
    texts = [passage.text for passage in step.passages if passage.kind in ("paragraph", "entry")]
    whole = "\n".join(texts)
    words = whole.split()
    sentences = sum([whole.count(sign + after) for sign in ".!?" if sign in whole for after in " \n"]) + whole.endswith((".", "!", "?"))
    return len(words) / max(1, len(texts), sentences) + 100 * len([word for word in words if len(word) > LONG]) / max(1, len(words)) < heavy - UNSURE
