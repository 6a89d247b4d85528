"""What to say of all findings at the end: how many, what to mend first, and where to read more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tuokio.check.manual import has_page
from tuokio.finding import Finding, Severity

FIRST = 3  # kinds of findings that are named


def summarize(findings: Sequence[Finding], *, first: bool = True) -> str:
    """Return the last lines of a check: counts, what to mend `first` where there is much to choose from, and how to ask why."""
    if not findings:
        return "All is well."
    counts = Counter(finding.severity for finding in findings)
    lines = [", ".join(f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}" for severity in Severity if counts[severity]) + "."]
    kinds = Counter((finding.severity, finding.id) for finding in findings)
    worst = next(severity for severity in Severity if counts[severity])
    if first and len(kinds) > 1:
        named = [f"{id} ({count})" for (severity, id), count in kinds.most_common() if severity is worst][:FIRST]
        why = {Severity.ERROR: "until then nothing is built", Severity.WARNING: "until then nothing is published", Severity.HINT: "these come most often"}[worst]
        lines.append(f"Mend first: {', '.join(named)}; {why}.")
    if first and (paged := next((id for (severity, id), _ in kinds.most_common() if severity is worst and has_page(id)), "")):
        lines.append(f"To read why: tuokio check --explain {paged}")
    return "\n".join(lines)
