"""The videos and sounds of a course are too much together.

**Why.** Small firms hand a course out as a folder on a shared drive or as one zip file, and staff open it on old phones,
often on their own data. 50 MB is about what such a phone loads in a minute on a shop's shared network, and what most mail
and learning platforms still take as a file. A single video is reported from 10 MB, a single sound from 5 MB.

**Subject:** pictures. **Severity:** warning.

**Bad:** six talks of ten minutes, filmed in 4K.
**Good:** videos of a minute or two in 720p or 480p; sound where nothing is shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.finding import Finding, Severity

MOST = 50_000_000
"""Bytes of all videos and sounds together, each file counted once."""


def check(course: Course) -> Iterator[Finding]:
    blocks = [block for edition in course.editions for module in edition.modules for block in module.blocks if block.attachment]
    sizes = {name: (block.attachment.size, block) for block in blocks for name in block.attachment.files}
    total = sum(size for size, _ in sizes.values())
    if total > MOST:
        _, largest = max(sizes.values(), key=lambda one: one[0])
        yield Finding(
            "heavy-recordings",
            Severity.WARNING,
            largest.span("src"),
            f"The videos and sounds of this course are {total / 1_000_000:.0f} MB together; this one is the largest.",
            "Make them shorter or smaller (HandBrake, preset Fast 480p30), or put long ones on your intranet and link to them.",
        )
