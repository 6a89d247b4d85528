"""Over the whole course the right option is the longest far more often than luck would have it.

**Why.** Whoever knows nothing but chooses the longest would pass. In a single question it may be luck; this counts them all and
tells only what luck would bring in fewer than 1 of 100 courses: of 10 questions with four options in 7, of 20 in 11.

**Subject:** questions. **Severity:** warning. **Source:** Haladyna, Downing & Rodriguez 2002; the thresholds are those of the binomial distribution, p < .01.

**Bad:** the longest is right in 8 of 10 questions.
**Good:** the longest is right in 3 of 10, as it comes.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.check.chance import least_telling
from tuokio.check.gathered import Gathered, list_counted
from tuokio.check.manuscript import Manuscript
from tuokio.course import Course
from tuokio.finding import Finding, Severity


def gather(manuscript: Manuscript) -> list[tuple[int, int, float]]:
    """Return the questions, each with how many options it has, and how much longer the right one is than the next."""
    return [(manuscript.numbers[question], 1 + len(others), right / max(others)) for question, (right, *others) in manuscript.measured]


def check(course: Course, gathered: Gathered) -> Iterator[Finding]:
    measured = [(module, *one) for module in list_counted(course) for one in gathered.get(module, ())]
    longest = [(times, module.blocks[number]) for module, number, _, times in measured if times > 1]
    odds = sum(1 / options for _, _, options, _ in measured) / len(measured) if measured else 0
    least = least_telling(len(measured), odds)
    if least is not None and len(longest) >= least:
        worst = sorted(longest, key=lambda one: -one[0])[:3]
        yield Finding(
            "longest-often-right",
            Severity.WARNING,
            worst[0][1].span("options"),
            f"In {len(longest)} of the course's {len(measured)} questions with one right option it is the longest; by luck it would be in about {round(odds * len(measured))}.",
            f"Shorten right options or lengthen wrong ones, first in {', '.join(f'`{question.id}`' for _, question in worst)}.",
        )
