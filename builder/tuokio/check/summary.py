"""What to say of all findings at the end: how many, and what to mend first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tuokio.finding import Finding, Severity

FIRST = 3  # kinds of findings that are named


def summarize(findings: Sequence[Finding], *, first: bool = True) -> str:
    """Return the last lines of a check: counts, and what to mend `first` where there is much to choose from."""
    if not findings:
        return "All is well."
    counts = Counter(finding.severity for finding in findings)
    lines = [", ".join(f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}" for severity in Severity if counts[severity]) + "."]
    kinds = Counter((finding.severity, finding.id) for finding in findings)
    if first and len(kinds) > 1:
        worst = next(severity for severity in Severity if counts[severity])
        named = [f"{id} ({count})" for (severity, id), count in kinds.most_common() if severity is worst][:FIRST]
        why = {Severity.ERROR: "until then nothing is built", Severity.WARNING: "until then nothing is published", Severity.HINT: "these come most often"}[worst]
        lines.append(f"Mend first: {', '.join(named)}; {why}.")
    return "\n".join(lines)
