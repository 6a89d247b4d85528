"""A question names no objective, though its module states some.

**Why.** Results are shown per objective, and this one counts for none. A question that serves no aim of its module also takes the
learner's time for nothing.

**Subject:** questions. **Severity:** warning. **Source:** Haladyna, Downing & Rodriguez 2002. A module that states no objectives needs none, and neither does what
weighs nothing (`points: 0`) or stands in an exam or a bank.

**Bad:** a question without `objective` in a module with `objectives`.
**Good:** `objective: how-far`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.check.scored import list_scored_of
from tuokio.finding import Finding, Severity


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    module = manuscript.module
    if module.source or module.is_bank or module.exam or not module.front.objectives:
        return
    for question in list_scored_of(module):
        if not question.objective:
            yield Finding("question-without-objective", Severity.WARNING, question.span(), "This question serves none of the module's objectives.", f"Add `objective:` with one of {', '.join(f'`{name}`' for name in module.front.objectives)}.")
