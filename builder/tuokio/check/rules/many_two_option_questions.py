"""More than 30 % of the course's questions have two options, so half of them can be guessed.

**Why.** Of questions with two options whoever knows nothing gets every other right; three good options take as little time and cut
that to a third. Statements that are true or not are for common misbeliefs.

**Subject:** questions. **Severity:** warning, from eight questions on. **Source:** Rodriguez 2005: three options suffice; Haladyna, Downing & Rodriguez 2002.

**Bad:** 5 statements and 5 questions with three options.
**Good:** 2 statements about what people really believe, and 8 questions with three options.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.check.chance import FEWEST
from tuokio.check.gathered import Gathered, list_counted
from tuokio.check.manuscript import Manuscript
from tuokio.check.options import has_one_right, is_statement
from tuokio.check.scored import list_scored_of
from tuokio.course import Course
from tuokio.finding import Finding, Severity

SHARE = 0.3


def gather(manuscript: Manuscript) -> tuple[int, list[int]]:
    """Return how many questions count, and those that have two options."""
    scored = list(list_scored_of(manuscript.module))
    return len(scored), [manuscript.numbers[question] for question in scored if is_statement(question) or has_one_right(question) and len(question.options) == 2]


def check(course: Course, gathered: Gathered) -> Iterator[Finding]:
    counted = [(module, *gathered[module]) for module in list_counted(course)]
    scored = sum(here for _, here, _ in counted)
    even = [(module, number) for module, _, numbers in counted for number in numbers]
    if scored >= FEWEST and len(even) > SHARE * scored:
        yield Finding("many-two-option-questions", Severity.WARNING, even[0][0].blocks[even[0][1]].span(), f"{len(even)} of the course's {scored} questions have two options, so half of these can be guessed.", "Give some of them a third option that someone might really choose.")
