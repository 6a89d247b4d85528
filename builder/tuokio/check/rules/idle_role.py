"""A role that changes nothing: no module is meant for it, or no module is meant for some roles only.

**Why.** Learners are asked for their role. Someone who has nothing to do could never complete the course, and
where every module is for everyone the question is one too many.

**Subject:** course. **Severity:** warning.

**Bad:** `roles: {staff: Salesperson, manager: Manager}` where all modules have `audience: [manager]`.
**Good:** at least one module for salespeople too, or without `audience`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity


def check(course: Course) -> Iterator[Finding]:
    roles = course.settings.roles
    if course.single or not roles:
        return
    audiences = [module.front.audience for module in course.modules]
    if not any(audiences):
        yield Finding("idle-role", Severity.WARNING, course.span("roles"), "Every module is for everyone, so it makes no difference which role one has.", f"Write at the top of a module for whom it is meant, such as `audience: [{next(iter(roles))}]`, or remove `roles`.")
    elif all(audiences):
        for role in roles:
            if not any(role in audience for audience in audiences):
                yield Finding("idle-role", Severity.WARNING, course.span("roles", role), f"No module is meant for the role `{role}`, so whoever has it can never complete the course.", f"Add `{role}` to the `audience` of what they should do, or leave `audience` out where a module is for everyone.")
