"""A role has no name.

**Why.** Learners choose their role by its name, and an empty line in the list tells them nothing.

**Subject:** course. **Severity:** warning.

**Bad:** `roles: {staff: "", manager: Manager}`
**Good:** `roles: {staff: Salesperson, manager: Manager}`
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity


def check(course: Course) -> Iterator[Finding]:
    for role, title in course.settings.roles.items():
        empty = [language for language, text in title.items() if not text.strip()] if isinstance(title, dict) else []
        if empty or not title or (isinstance(title, str) and not title.strip()):
            where = f" in {', '.join(f'`{language}`' for language in empty)}" if empty else ""
            yield Finding("nameless-role", Severity.WARNING, course.span("roles", role), f"The role `{role}` has no name{where}, so nobody can tell that it is theirs.", "Write what people call it, such as `Salesperson`, or remove the role.")
