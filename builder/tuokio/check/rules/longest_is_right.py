"""The right option is much longer than every other.

**Why.** Authors are careful with what is right and add to it until nothing can be said against it. Whoever has noticed that
need not know the subject. In one question it may be luck, in 7 to 17 of 100 it is; so this is a hint, and `longest-often-right`
finds a habit.

**Subject:** questions. **Severity:** hint. **Source:** Haladyna, Downing & Rodriguez 2002, guideline on the length of options; calibrated by simulation:
at least 1.3 times and 15 characters longer than the next, and longer than a line on a phone.

**Bad:** `No` · `Ask a colleague` · `Yes, if the customer can show by receipt, card or account that it was bought here`
**Good:** the right one cut to what matters, `Yes, if the purchase can be shown`, or the others written as fully.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.finding import Finding, Severity

TIMES, MORE, LINE = 1.3, 15, 35


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    for question, (right, *others) in manuscript.measured:
        if right >= TIMES * max(others) and right - max(others) >= MORE and right > LINE:
            number = next(number for number, option in enumerate(question.options) if option.correct)
            yield Finding("longest-is-right", Severity.HINT, question.span("options", number, "text"), f"The right option has {right} characters and the next longest {max(others)}, so length gives it away.", "Leave out of it what can be said in its feedback, or write the others as fully.")
