"""Three wrong options or more are answered with the same words.

**Why.** Each wrong option is a mistake of its own, and whoever makes it wants to know what is wrong with it. The same words for all say only that it
was wrong.

**Subject:** questions. **Severity:** warning. **Source:** Van der Kleij, Feskens & Eggen 2015.

**Bad:** `feedback: See the house rules.` under three wrong options.
**Good:** what each of them leads to; or one `explanation` for all, and `feedback: {correct: …, wrong: …}` of the question.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.check.options import list_choosable
from tuokio.finding import Finding, Severity

MOST = 2


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    for question in manuscript.questions:
        key, parts = list_choosable(question)
        if len(parts) <= MOST:
            continue
        said: dict[str, list[int]] = {}
        for number, part in enumerate(parts):
            if part.feedback and not part.correct:
                said.setdefault(" ".join(part.feedback.casefold().split()).strip(" .!"), []).append(number)
        for numbers in said.values():
            if len(numbers) > MOST:
                yield Finding("repeated-feedback", Severity.WARNING, question.span(key, numbers[0], "feedback"), f"{len(numbers)} wrong {key} are answered with the same words.", "Say of each what is wrong with it.")
