"""A heading is more than one level below the one before it.

**Why.** People who listen to a page go from heading to heading and hear their levels. A level that is left out sounds like a part that
was missed (WCAG 2.2, 1.3.1). The title of a module is the first level and its steps, `##`, are the second. A second `#` is read as `##`.

**Subject:** text. **Severity:** warning. **Source:** Web Content Accessibility Guidelines 2.2, criteria 1.3.1 and 2.4.6.

**Bad:** `## Returns`, and below it `#### Without a receipt`
**Good:** `## Returns`, and below it `### Without a receipt`
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.finding import Finding, Severity


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    if manuscript.module.source or manuscript.module.is_bank:
        return
    before = 1
    for text in manuscript.prose:
        if text.passage and text.passage.kind == "heading":
            level = max(2, text.passage.level)
            if level > before + 1:
                right = "#" * (before + 1)
                yield Finding("skipped-heading", Severity.WARNING, text.span(), f"This heading has {level} signs, and the one before it has {before}: a level is left out.", f"Write `{right}` instead of `{'#' * level}`.")
            before = level
