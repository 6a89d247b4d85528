"""A time after which something runs out is not in months or years.

**Why.** Learners are told from which day on they have to take a module again, so the time must be one that can be counted.

**Subject:** keys. **Severity:** error; a warning in course.yaml and at the top of a module, where it is left out and the rest is kept.

**Bad:** `valid: a while`
**Good:** `valid: 12 months`, or `valid: 2 years`
"""
