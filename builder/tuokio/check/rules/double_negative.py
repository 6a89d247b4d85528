"""A question asks for what is not so, and an option says that something is not so.

**Why.** "Which is not true? – It must not be kept." Whoever reads that has to turn it round twice, and gets it wrong though they know better.

**Subject:** questions. **Severity:** warning. **Source:** Haladyna, Downing & Rodriguez 2002; Chiavaroli 2017 on negatively worded items. What an option quotes, something said to a
customer, does not count.

**Bad:** `question: Which is **not** allowed?` with the option `Not to ask for the receipt`
**Good:** `question: What is allowed?` with the option `Leaving the receipt unasked for`
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.check.negation import denies, find_negation
from tuokio.check.options import list_choosable
from tuokio.finding import Finding, Severity


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    language = manuscript.language.split("-")[0]
    for question in manuscript.questions:
        key, choosable = list_choosable(question)
        if not choosable or not find_negation(question.question, language):
            continue
        number = next((number for number, one in enumerate(choosable) if denies(one.text, language)), None)
        if number is not None:
            yield Finding("double-negative", Severity.WARNING, question.span(key, number, "text"), "The question asks for what is not so, and this says that something is not so: two turns in one thought.", "Ask for what is so.")
