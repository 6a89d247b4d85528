"""An exam asks nothing.

**Why.** It has no questions of its own and draws none, so nobody could take it.

**Subject:** course. **Severity:** error.

**Bad:** `exam: {mastery: 80%}` in a module without a `quiz` block.
**Good:** `exam: {from: tuotteet, draw: 10, mastery: 80%}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course, can_be_graded
from tuokio.finding import Finding, Severity


def check(course: Course) -> Iterator[Finding]:
    known = {bank.id for bank in course.source.banks}
    for module in course.modules:
        exam = module.exam
        if exam and known.issuperset(exam.banks) and not course.source.pool(exam) and not any(map(can_be_graded, module.blocks)):
            chosen = any(bank.blocks for bank in course.source.banks if bank.id in exam.banks)
            cure = "None of its banks' questions is one that `tags` and `objective` choose and a machine can grade." if chosen else "Write `quiz` blocks in the module, or add `from:` with the name of a bank."
            yield Finding("empty-exam", Severity.ERROR, module.span("exam"), "This exam has no questions.", cure)
