"""Nothing is drawn from a bank.

**Why.** It is left out of the course, so learners never meet its questions.

**Subject:** course. **Severity:** hint.

**Bad:** a file `banks/till.yaml` that no `from:` names.
**Good:** a `quiz` block with `draw: 3` and `from:` the bank's name, or an exam that names it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity, Span


def check(course: Course) -> Iterator[Finding]:
    used = course.source.used_banks
    for bank in course.source.banks:
        if bank.blocks and bank not in used:
            yield Finding("unused-bank", Severity.HINT, Span(bank.path), "Nothing draws from this bank, so it is left out of the course.", f"Write `draw: 3` and `from: {bank.id}` in a `quiz` block, or name it in an exam.")
