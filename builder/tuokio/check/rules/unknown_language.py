"""The course is in a language whose interface phrases Tuokio does not have.

**Why.** Buttons and messages then speak English around the author's own text.

**Good:** one of the shipped languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity, Span
from tuokio.words import SHIPPED


def check(course: Course) -> Iterator[Finding]:
    language = course.language
    if language.split("-")[0] not in SHIPPED:
        cure = f"Known are {', '.join(SHIPPED)}. The course works; only the buttons are in English."
        yield Finding("unknown-language", Severity.HINT, Span(course.folder / "course.yaml"), f"Tuokio has no phrases in `{language}`.", cure)
