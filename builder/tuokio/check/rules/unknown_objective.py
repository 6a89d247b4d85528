"""A question names an objective that its module does not have, or a bank's question one that no module has.

**Why.** Results are shown per objective. A misspelt one collects nothing, so a learner would
never see that it is still open.

**Subject:** course. **Severity:** warning.

**Bad:** `objective: how-fra` in a module whose objective is `how-far`.
**Good:** `objective: how-far`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity, did_you_mean


def check(course: Course) -> Iterator[Finding]:
    everywhere = [name for module in course.modules for name in module.front.objectives]
    for module in (*course.modules, *course.source.banks):
        # A bank serves every module, and an exam asks of what others teach; of a single file these are not known.
        shared = module.is_bank or module.exam is not None
        if shared and course.single:
            continue
        known = everywhere if shared else module.front.objectives
        for block in module.blocks:
            objective = getattr(block, "objective", None)
            if isinstance(objective, str) and objective not in known:  # a draw may name several, and is told of them elsewhere
                if shared:
                    says, where = f"No module has an objective `{objective}`.", "under `objectives:` at the top of the module that teaches it"
                else:
                    says, where = f"The module has no objective `{objective}`.", f"under `objectives:` at the top of {module.path.name}"
                yield Finding("unknown-objective", Severity.WARNING, block.span("objective"), says, did_you_mean(objective, known) or f"Add it {where}.")
