"""A date is not written as year, month and day.

**Why.** 3/4 is April to some and March to others. Dates decide which change a learner is told of and when something runs
out, so there is one way to write them that nobody reads otherwise.

**Subject:** keys. **Severity:** error; a warning in course.yaml and at the top of a module, where it is left out and the rest is kept.

**Bad:** `date: 1.11.2026`
**Good:** `date: 2026-11-01`; learners see it as their language writes dates
"""
