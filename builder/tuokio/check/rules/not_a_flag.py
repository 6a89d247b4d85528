"""A key that is true or false has another word.

**Why.** Some programs read `yes`, `on` or `1` as true and others do not. A question whose right option is not known would
be marked wrong, so only two words are taken.

**Subject:** keys. **Severity:** error; a warning in course.yaml and at the top of a module, where it is left out and the rest is kept.

**Bad:** `correct: yes`
**Good:** `correct: true`, or the line left out where it is not
"""
