"""`publish` names no target.

**Why.** The course would count as published, and nothing would be built that anyone could open.

**Subject:** course. **Severity:** warning.

**Bad:** `publish: {targets: []}`
**Good:** `publish: {targets: [site]}`, or no `publish` at all: then it is `site` and `print`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity


def check(course: Course) -> Iterator[Finding]:
    if not course.settings.publish.targets:
        yield Finding("no-target", Severity.WARNING, course.span("publish", "targets"), "The list of targets is empty, so publishing would make nothing.", "Write what it makes, such as `targets: [site, print]`, or remove `targets`: then it is these two.")
