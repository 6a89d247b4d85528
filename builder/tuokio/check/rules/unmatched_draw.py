"""A draw chooses by a tag or an objective that no question of its banks has.

**Why.** It chooses nothing, and most often it is misspelt.

**Subject:** course. **Severity:** warning.

**Bad:** `tags: kuiti` where questions have `tags: kuitti`.
**Good:** `tags: kuitti`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity, did_you_mean


def check(course: Course) -> Iterator[Finding]:
    banks = {bank.id: bank for bank in course.source.banks}
    for module in course.modules if banks else ():
        for drawing, find in module.drawings:
            items = [item for name in drawing.banks if name in banks for item in banks[name].blocks]
            if not items:
                continue
            for key, noun, wanted, known in (
                ("tags", "tag", drawing.tags, {tag for item in items for tag in item.tags}),
                ("objective", "objective", drawing.objective, {item.objective for item in items if item.objective}),
            ):
                for number, name in enumerate(wanted):
                    if name not in known:
                        some = ", ".join(f"`{one}`" for one in sorted(known)[:8])
                        cure = did_you_mean(name, sorted(known)) or (f"They have {some}." if some else f"Give questions of the bank `{key}: {name}`.")
                        yield Finding("unmatched-draw", Severity.WARNING, find(key, number), f"No question of these banks has the {noun} `{name}`.", cure)
