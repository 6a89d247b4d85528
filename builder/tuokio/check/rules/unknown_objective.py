"""A question names an objective that its module does not have.

**Why.** Results are shown per objective. A misspelt one collects nothing, so a learner would
never see that it is still open.

**Bad:** `objective: how-fra` in a module whose objective is `how-far`.
**Good:** `objective: how-far`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity, did_you_mean


def check(course: Course) -> Iterator[Finding]:
    for module in course.modules:
        known = module.front.objectives
        for block in module.blocks:
            objective = getattr(block, "objective", None)
            if objective and objective not in known:
                cure = did_you_mean(objective, known) or f"Add it under `objectives:` at the top of {module.path.name}."
                yield Finding("unknown-objective", Severity.WARNING, block.span("objective"), f"The module has no objective `{objective}`.", cure)
