"""A draw or an exam names a bank that is not there.

**Why.** Nothing can be asked from it.

**Subject:** course. **Severity:** error.

**Bad:** `from: tuoteet` where the file is `banks/tuotteet.yaml`.
**Good:** `from: tuotteet`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity, did_you_mean


def check(course: Course) -> Iterator[Finding]:
    known = [bank.id for bank in course.source.banks]
    for module in course.modules:
        for drawing, find in module.drawings:
            for number, name in enumerate(drawing.banks):
                if name not in known:
                    blocks = {block.id for other in course.modules for block in other.blocks}
                    cure = f"`{name}` is a block in a module, and questions are drawn from banks only. Write some in `banks/{name}.yaml`, or name another bank." if name in blocks else did_you_mean(name, known) or f"Write its questions as a list in `banks/{name}.yaml`, beside the modules."
                    yield Finding("unknown-bank", Severity.ERROR, find("from", number), f"There is no bank `{name}`.", cure)
