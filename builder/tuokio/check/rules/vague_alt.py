"""What stands for a picture is the name of its file, begins with “picture of”, or is longer than 150 characters.

**Why.** It is read aloud in the place of the picture. “IMG_1234.jpg” says nothing; “picture of” is said anyway, by whatever reads
it; and nobody can stop in the middle of a long one, so what takes many words belongs in the text. Only the picture of a question may
take as many as one needs to answer.

**Subject:** pictures. **Severity:** warning. **Source:** Web Content Accessibility Guidelines 2.2, technique F30; W3C's tutorial on images.

**Bad:** `![IMG_1234](media/IMG_1234.jpg)`, `![Picture of a label](media/label.webp)`
**Good:** `![An allergen label: milk is in bold](media/label.webp)`
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from tuokio.blocks.question import Question
from tuokio.check.manuscript import Manuscript
from tuokio.check.markup import strip_markup
from tuokio.finding import Finding, Severity, Span

LONGEST = 150
"""Characters."""
FILE = re.compile(r"\S.{0,200}\.(?:jpe?g|png|gif|webp|svg|heic|heif|bmp|tiff?|avif)", re.I)
CAMERA = re.compile(r"(?:img|dsc[nf]?|pxl|image|photo|picture|scan|screenshot|screen[ _-]shot|whatsapp[ _-]image|kuva|valokuva|kuvakaappaus|näyttökuva|bild|foto|skärmbild|skärmdump|untitled|nimetön|namnlös)[ _-]*[\d_ ().-]*", re.I)
"""A word that says no more than that it is a picture, or what a camera calls it."""
OPENING = {
    "en": re.compile(r"(?:an? |the )?(?:image|picture|photo|photograph|illustration) (?:of|showing|shows)\b|in (?:this|the) (?:image|picture|photo)\b", re.I),
    "fi": re.compile(r"(?:valo)?kuva(?::| \w+(?:sta|stä)\b)|(?:valo)?kuvassa\b|tässä kuvassa\b", re.I),
    "sv": re.compile(r"(?:en |ett )?(?:bild|foto|fotografi|illustration) (?:på|av|som visar)\b|(?:på )?bilden (?:visar|föreställer|syns)\b|på bilden\b", re.I),
}


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    opening = OPENING.get(manuscript.tongue)
    for text, picture in manuscript.pictures:
        yield from _judge(strip_markup(picture.words), picture.target, partial(text.span, picture.written), opening)
    for block, path, figure in manuscript.figures:
        if figure.alt.strip() and figure.alt.strip() not in block.place.borrowed:
            yield from _judge(figure.alt, figure.image, partial(block.span, *path, "alt"), opening, endless=isinstance(figure, Question))


def _judge(alt: str, target: str, locate: Callable[[], Span], opening: re.Pattern[str] | None, *, endless: bool = False) -> Iterator[Finding]:
    alt = " ".join(alt.split())
    if not alt:
        return
    cure = "Say what matters in it for the text beside it: `An allergen label: milk is in bold`. If nothing does: `decorative`."
    stem = re.split(r"[/\\]", target)[-1].rsplit(".", 1)[0]
    if FILE.fullmatch(alt) or CAMERA.fullmatch(alt) or (alt == stem and re.search(r"[\d_]", stem)):
        yield Finding("vague-alt", Severity.WARNING, locate(), f"`{alt}` does not say what the picture shows.", cure)
    elif opening and (match := opening.match(alt)):
        yield Finding("vague-alt", Severity.WARNING, locate(), f"That it is a picture is said anyway, so “{match[0]}” only takes time.", "Begin with what it shows.")
    elif len(alt) > LONGEST and not endless:
        yield Finding("vague-alt", Severity.WARNING, locate(), f"This is {len(alt)} characters, and whoever hears it cannot stop or go back in it.", f"Say what matters in {LONGEST} at most, and the rest in the text beside it.")
