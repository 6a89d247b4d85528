"""An exam holds something that cannot be graded.

**Why.** An exam counts right answers. A question without one would wait for a verdict that never comes, so it
is left out, and so is a draw among the exam's own questions: what an exam draws is said at its top.

**Subject:** course. **Severity:** warning; hint for the questions of a bank.

**Bad:** an `open` question, or `draw: 3`, in the text of an exam.
**Good:** the open question in the module before; `exam: {draw: 3, from: tuotteet}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course, can_be_graded
from tuokio.finding import Finding, Severity
from tuokio.settings import EXAM, Drawing


def check(course: Course) -> Iterator[Finding]:
    for module in course.modules:
        if not module.exam:
            continue
        for part in (part for step in module.steps if step.id == EXAM for part in step.parts if not can_be_graded(part)):
            if isinstance(part, Drawing):
                yield Finding("ungraded-in-exam", Severity.WARNING, part.span(), "What an exam draws is said at the top of its module, so this is left out.", "Write `draw` and `from` under `exam:` between the lines `---`.")
            else:
                yield Finding("ungraded-in-exam", Severity.WARNING, part.span(), f"No machine can tell right from wrong in a question of type `{part.kind()}`, so the exam leaves it out.", "Move it to a module before the exam.")
        left = [item.id for bank in course.source.banks if bank.id in module.exam.banks for item in bank.blocks if not can_be_graded(item)]
        if left:
            names = ", ".join(f"`{id}`" for id in left[:3])
            yield Finding("ungraded-in-exam", Severity.HINT, module.span("exam", "from"), f"The exam leaves out {names}{f' and {len(left) - 3} more' if len(left) > 3 else ''}, which no machine can grade.", "Nothing to do: other modules may still draw them.")
