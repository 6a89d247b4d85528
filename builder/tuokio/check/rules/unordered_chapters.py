"""A chapter begins no later than the one above it.

**Why.** Learners go through the list from top to bottom and expect to move on in the recording. Mostly a digit is
wrong.

**Subject:** pictures. **Severity:** warning.

**Bad:** `at: 2:10` above `at: 1:40`
**Good:** chapters in the order they are played, each with its own time
"""
