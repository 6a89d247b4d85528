"""A module states minutes that its text does not take.

**Why.** Someone with five minutes chooses by this number. The estimate is one minute for 1,000
characters of text (silent reading on a phone: IReST 2012, Brysbaert 2019) and half a minute a
question; a module is reported when that is over 1.3 times, or under half, of what it states.

**Subject:** course. **Severity:** warning.

**Bad:** `minutes: 5` over a text of 9,000 characters.
**Good:** split it in two, or leave `minutes` out and the estimate is shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity, Span


def check(course: Course) -> Iterator[Finding]:
    for module in course.modules:
        stated = None if module.exam else module.front.minutes  # an exam takes what time it is given
        takes = max(1, round(module.estimate))
        if stated and takes != stated and not 0.5 * stated <= module.estimate <= 1.3 * stated:
            yield Finding(
                "minutes-off",
                Severity.WARNING,
                module.span("minutes"),
                f"This module says {stated} min and takes about {takes}.",
                "Change the number, split the module, or leave `minutes` out.",
            )
