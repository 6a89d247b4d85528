"""A module's `audience` names a role that course.yaml does not have.

**Why.** Nobody can choose that role, so nobody would be asked to do the module.

**Subject:** course. **Severity:** error.

**Bad:** `audience: [manger]` where course.yaml has `roles: {staff: Salesperson, manager: Manager}`.
**Good:** `audience: [manager]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity, did_you_mean


def check(course: Course) -> Iterator[Finding]:
    roles = course.settings.roles
    if course.single:  # of a single file the course is not known
        return
    for module in course.modules:
        for number, role in enumerate(module.front.audience):
            if role not in roles:
                says = f"The course has no role `{role}`." if roles else f"The course has no roles, so nobody can be `{role}`."
                cure = did_you_mean(role, roles) or f"Write what it is called in course.yaml: `roles: {{{role}: …}}`."
                yield Finding("unknown-audience", Severity.ERROR, module.span("audience", number), says, cure)
