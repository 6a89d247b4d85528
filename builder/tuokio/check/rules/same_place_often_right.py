"""Where options keep the author's order, the right one stands in the same place far more often than luck would have it.

**Why.** Authors put what is right second or third, and learners notice. Where options are shuffled, as they are unless
`shuffle: false` is written, no place tells anything.

**Subject:** questions. **Severity:** warning. **Source:** Haladyna, Downing & Rodriguez 2002, guideline on the place of the key; the thresholds are those of the
binomial distribution, p < .01 over all places: of 10 questions with four options in 8, of 20 in 12.

**Bad:** `shuffle: false` in ten questions, and the second option right in nine.
**Good:** no `shuffle: false`; it is for options that have an order of their own, such as amounts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tuokio.check.chance import least_telling
from tuokio.check.options import has_one_right
from tuokio.course import Course
from tuokio.finding import Finding, Severity


def check(course: Course) -> Iterator[Finding]:
    kept = [block for module in (*course.source.modules, *course.source.used_banks) for block in module.blocks if has_one_right(block) and not block.shuffle]
    if not kept:
        return
    places = Counter(block.options.index(block.correct[0]) for block in kept)
    ways = min(len(block.options) for block in kept)
    least = least_telling(len(kept), sum(1 / len(block.options) for block in kept) / len(kept), ways)
    place, times = places.most_common(1)[0]
    if least is not None and times >= least:
        first = next(block for block in kept if block.options.index(block.correct[0]) == place)
        yield Finding("same-place-often-right", Severity.WARNING, first.span("shuffle"), f"Option {place + 1} is the right one in {times} of {len(kept)} questions with `shuffle: false`.", "Remove `shuffle: false` where the order means nothing, or move the right ones.")
