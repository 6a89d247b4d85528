"""An extra right side is the same as the right side of a pair.

**Why.** Extra sides are there to go with nothing. This one goes with a left side, so learners who choose it would be told that
they are wrong although they read the same words as in the right answer.

**Subject:** questions. **Severity:** error.

**Bad:** `extra: [At the till]`, where a pair has the right side `At the till`
**Good:** `extra: [In the back room]`, something that somebody may believe and that goes with no left side
"""
