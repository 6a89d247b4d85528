"""A draw asks for more questions than there are.

**Why.** Every attempt would ask all of them: nothing is drawn, and a learner who tries again meets the same
questions. A bank for a draw holds about three times as many as one attempt asks.

**Subject:** course. **Severity:** warning.

**Bad:** `draw: 10` from a bank of 8, or of 30 where `tags` leaves 8.
**Good:** `draw: 5`, or more questions.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity


def check(course: Course) -> Iterator[Finding]:
    filled = {bank.id for bank in course.source.banks if bank.blocks}
    for module in course.modules:
        for drawing, find in module.drawings:
            if drawing.draw is None or not filled.issuperset(drawing.banks):
                continue  # that is told already
            there = len(course.source.pool(drawing))
            if not drawing.banks:
                yield Finding("too-few-to-draw", Severity.WARNING, find("draw"), "No bank is named that these could be drawn from.", "Add `from:` with its name. The module's own questions are always asked, so they need no `draw`.")
            elif there < drawing.draw and (there or not (drawing.tags or drawing.objective)):  # none at all: `unmatched-draw` says why
                chosen = " with these tags and objectives" if drawing.tags and drawing.objective else " with these tags" if drawing.tags else " of these objectives" if drawing.objective else ""
                yield Finding("too-few-to-draw", Severity.WARNING, find("draw"), f"This draws {drawing.draw}, and there {'is only 1' if there == 1 else f'are only {there}' if there else 'are none'}{chosen}.", "Write more questions, or draw fewer.")
