"""No question tests an objective.

**Why.** Results are shown per objective, so nobody, the learner least of all, finds out whether this one was reached. What is asked
is also what is remembered: being tested beats reading again.

**Subject:** course. **Severity:** warning. **Source:** Yang et al. 2021 (g = 0.50 over 222 studies); Haladyna, Downing & Rodriguez 2002: every item reflects a stated aim.
Questions in banks that something is drawn from count, and so do those in exams and those one judges oneself.

**Bad:** `objectives: {how-far: You decide when a rule may bend.}`, and no question with `objective: how-far`.
**Good:** two questions with `objective: how-far`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity


def check(course: Course) -> Iterator[Finding]:
    source = course.source
    shared = {name for module in (*source.used_banks, *(one for one in source.modules if one.exam)) for name in _list_named(module.blocks)}
    for module in source.modules:
        if module.front.objectives:
            tested = shared.union(_list_named(module.blocks))
            for name in module.front.objectives:
                if name not in tested:
                    yield Finding("untested-objective", Severity.WARNING, module.span("objectives", name), f"No question tests the objective `{name}`.", f"Write `objective: {name}` in a question that does, or leave the objective out.")


def _list_named(blocks: list) -> Iterator[str]:  # type: ignore[type-arg]
    for block in blocks:
        named = getattr(block, "objective", None)
        if isinstance(named, str):
            yield named
