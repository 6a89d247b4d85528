"""Statements are true, or false, far more often than luck would have it.

**Why.** Authors prefer to write what is true, and learners who have noticed that answer "true" where they do not know.

**Subject:** questions. **Severity:** warning, from eight statements on. **Source:** Haladyna, Downing & Rodriguez 2002, guideline on balancing the key; the thresholds
are those of the binomial distribution, p < .01 on both sides: all of 8, 10 of 10, 14 of 16.

**Bad:** ten statements, all of them true.
**Good:** about as many that are false, each a misbelief that people really have.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.check.chance import least_telling
from tuokio.check.gathered import Gathered, list_counted
from tuokio.check.manuscript import Manuscript
from tuokio.check.options import is_statement
from tuokio.check.scored import list_scored_of
from tuokio.course import Course
from tuokio.finding import Finding, Severity


def gather(manuscript: Manuscript) -> list[tuple[int, bool]]:
    """Return the statements, and whether they are true."""
    return [(manuscript.numbers[question], bool(question.correct)) for question in list_scored_of(manuscript.module) if is_statement(question)]  # type: ignore[attr-defined]


def check(course: Course, gathered: Gathered) -> Iterator[Finding]:
    statements = [(module, *one) for module in list_counted(course) for one in gathered.get(module, ())]
    true = [module.blocks[number] for module, number, is_true in statements if is_true]
    false = [module.blocks[number] for module, number, is_true in statements if not is_true]
    more, word = (true, "true") if len(true) >= len(false) else (false, "false")
    least = least_telling(len(statements), 0.5, 2)
    if least is not None and len(more) >= least:
        yield Finding("one-sided-statements", Severity.WARNING, more[0].span("correct"), f"{len(more)} of the course's {len(statements)} statements are {word}, so always answering “{word}” pays.", f"Turn some into {'misbeliefs that people really have' if word == 'true' else 'statements that are true'}.")
