"""The course is in a language whose interface phrases Tuokio does not have, or not all.

**Why.** Buttons and messages then speak English around the author's own text.

**Subject:** languages. **Severity:** hint; warning for a language nobody has heard of.

**Bad:** `languages: [fi, et]` without a file `words/et.yaml`.
**Good:** a file `words/<language>.yaml` beside course.yaml with every phrase.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio import words
from tuokio.course import Course
from tuokio.finding import Finding, Severity, Span


def check(course: Course) -> Iterator[Finding]:
    config = course.folder / "course.yaml"
    for edition in course.editions:
        language = edition.language
        if not words.is_known(language):
            yield Finding("unknown-language", Severity.WARNING, Span(config), f"There is no language `{language}` that we know of.", "Use its short code, such as `fi`, `sv`, `en`, `et`, `de`.")
        elif not words.is_shipped(language):
            missing = [key for key in words.every_phrase() if key not in edition.words]
            if missing:
                count = f"{len(missing)} of its {len(words.every_phrase())} phrases" if edition.words else "its phrases"
                cure = f"`tuokio words {language}`, run in the course's folder, writes the missing ones to words/{language}.yaml to be translated. Until then they are in English."
                yield Finding("unknown-language", Severity.HINT, Span(config), f"In `{language}` Tuokio does not know {count}.", cure)
