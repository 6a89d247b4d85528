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
from tuokio.check.gathered import Gathered, list_counted
from tuokio.check.manuscript import Manuscript
from tuokio.check.options import has_one_right
from tuokio.course import Course
from tuokio.finding import Finding, Severity


def gather(manuscript: Manuscript) -> list[tuple[int, int, int]]:
    """Return the questions whose options stay where they are, each with how many these are and the place of the right one."""
    return [(manuscript.numbers[question], len(question.options), question.options.index(question.correct[0])) for question in manuscript.choices if not question.shuffle and has_one_right(question)]


def check(course: Course, gathered: Gathered) -> Iterator[Finding]:
    kept = [(module, *one) for module in list_counted(course) for one in gathered.get(module, ())]
    if not kept:
        return
    places = Counter(place for _, _, _, place in kept)
    ways = min(options for _, _, options, _ in kept)
    least = least_telling(len(kept), sum(1 / options for _, _, options, _ in kept) / len(kept), ways)
    place, times = places.most_common(1)[0]
    if least is not None and times >= least:
        first = next(module.blocks[number] for module, number, _, right in kept if right == place)
        yield Finding("same-place-often-right", Severity.WARNING, first.span("shuffle"), f"Option {place + 1} is the right one in {times} of {len(kept)} questions with `shuffle: false`.", "Remove `shuffle: false` where the order means nothing, or move the right ones.")
