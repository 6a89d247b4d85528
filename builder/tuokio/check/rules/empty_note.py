"""An entry of a change ledger has no note, or one that was pasted from a cure and never filled in.

**Why.** The note is what people who learned it as it was are told. Without it they know that something
changed and not what.

**Subject:** text. **Severity:** warning.

**Bad:** `- {date: 2026-11-01, of: return-time, kind: changed, note: …}`
**Good:** `- {date: 2026-11-01, of: return-time, kind: changed, note: Returns are taken for 30 days now.}`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity


def check(course: Course) -> Iterator[Finding]:
    translated = [module for edition in course.editions[1:] for module in edition.modules if module.source]
    for module in (*course.modules, *translated):
        for number, change in enumerate(module.front.changes):
            if re.fullmatch(r"[\s.…]*", change.note):
                yield Finding("empty-note", Severity.WARNING, module.span("changes", number, "note"), f"The note on the change of `{change.of}` says nothing, and it is what learners are told.", "Write what changed and why, in a sentence: `note: Returns are taken for 30 days now.`")
