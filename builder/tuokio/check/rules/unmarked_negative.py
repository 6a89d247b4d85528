"""A question asks for what is not so, and the word that says so is easily read over.

**Why.** Whoever misses one short word chooses just the wrong option though they know the subject, so the question measures how
carefully one reads on a phone between two customers.

**Subject:** questions. **Severity:** warning. **Source:** Haladyna, Downing & Rodriguez 2002, guideline on negative stems; NBME item-writing guide. What is not
so in the situation, "the customer has no receipt", is no such thing, nor is a question for a reason.

**Bad:** `question: Which of these do you not say on the phone?`
**Good:** `question: Which of these do you leave unsaid on the phone?` Or the word in bold: `do you **not** say`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.check.negation import find_negation
from tuokio.check.options import list_choosable
from tuokio.finding import Finding, Severity


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    language = manuscript.language.split("-")[0]
    for question in manuscript.questions:
        if list_choosable(question)[1] and (found := find_negation(question.question, language)) and not found[1]:
            yield Finding("unmarked-negative", Severity.WARNING, question.span("question"), f"This asks for what is not so, and “{found[0]}” is easily read over.", f"Ask for what is so, or put the word in bold: `**{found[0]}**`.")
