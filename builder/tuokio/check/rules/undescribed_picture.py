"""A picture has no words that say what it shows.

**Why.** People who do not see it, or read where it does not load, learn nothing of it: not even whether they missed something (WCAG 2.2,
1.1.1). Where a picture is only there for its looks, say so with the one word `decorative`, and it is passed over in silence.

**Subject:** pictures. **Severity:** warning. **Source:** Web Content Accessibility Guidelines 2.2, criterion 1.1.1.

**Bad:** `![](media/till.webp)`
**Good:** `![The till, with the key for returns marked](media/till.webp)`, or `![decorative](media/leaf.svg)`; in a block
`alt: The till, with the key for returns marked`. An option whose `text` says what it shows needs no `alt`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.blocks.parts import Pictured
from tuokio.blocks.question import Question
from tuokio.check.manuscript import Manuscript
from tuokio.finding import Finding, Severity, Span

MESSAGE = "Whoever does not see this picture is not told what it shows."


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    for text, picture in manuscript.pictures:
        if not picture.words.strip():
            yield _tell(text.span(picture.written), "Write between the square brackets what matters in it: `![The till, with the key for returns marked](…)`. If it is only there for its looks: `![decorative](…)`.")
    for block, path, figure in manuscript.figures if not manuscript.module.source else ():
        if figure.image.strip() and not figure.alt.strip() and _needs_words(figure):
            yield _tell(block.span(*path, "image"), "Add `alt:` with what matters in it, or `alt: decorative` if it is only there for its looks.")


def _needs_words(figure: Pictured) -> bool:
    """Say whether it shows something of its own: the picture of a question or of a card. What is chosen among pictures is told of as `picture-without-words`."""
    return (isinstance(figure, Question) and not hasattr(figure, "regions")) or hasattr(figure, "front")


def _tell(span: Span, cure: str) -> Finding:
    return Finding("undescribed-picture", Severity.WARNING, span, MESSAGE, cure)
