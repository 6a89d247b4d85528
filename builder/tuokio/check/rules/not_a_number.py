"""A number was expected, and this is something else.

**Why.** What is counted or compared must be one number. A range, a word or a number with words around it leaves open which
number is meant, and learners would be marked by a guess.

**Subject:** keys. **Severity:** error; a warning in course.yaml and at the top of a module, where it is left out and the rest is kept.

**Bad:** `points: two`, or `number: 5–7`
**Good:** `points: 2`, and `number: 6` with `tolerance: 1`; a comma or a point for decimals are both understood
"""
