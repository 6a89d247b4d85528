"""More than 3,500 characters are to be read before there is anything to do.

**Why.** What one has to recall is kept; what one only reads again is not (Yang et al. 2021, 222 studies). A question in the middle
costs half a minute and also tells the reader whether it was understood.

**Subject:** text. **Severity:** warning. **Source:** Yang et al. 2021; Adesope et al. 2017.

**Bad:** four screens of text, and all the questions at the end.
**Good:** a question, a card or a thing to note down after every screen or two.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript, list_texts
from tuokio.finding import Finding, Severity
from tuokio.prose import Markdown

MOST = 3500
"""Characters without anything to do."""


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    module = manuscript.module
    if module.source or module.is_bank or sum(step.reading for step in module.steps) * 1000 <= MOST / 3:
        return
    length, beginning = 0, None
    for step in module.steps:
        if all(isinstance(part, Markdown) for part in step.parts):
            beginning = beginning or (step if step.passages else None)
            length += sum([len(passage.text) for passage in step.passages])
            continue
        told = sorted([(passage.line, passage) for passage in step.passages] + [(part.span().line, part) for part in step.parts if not isinstance(part, Markdown)], key=lambda one: one[0])
        for _, part in told:
            beginning = beginning or step
            if getattr(part, "active", False):
                yield from _tell(length, beginning)
                length, beginning = 0, None
            elif isinstance(part, tuple):
                length += len(part.text)
            elif not part.attachment and not hasattr(part, "transcript"):
                length += sum(len(text) for _, text in list_texts(part))
    yield from _tell(length, beginning)


def _tell(length, beginning) -> Iterator[Finding]:
    if length > MOST:
        yield Finding("long-stretch", Severity.WARNING, beginning.span, f"From here on {length:,} characters are to be read before there is anything to do.", "Ask one thing in the middle of it, or leave out what nobody needs.")
