"""This is not a time in a recording.

**Why.** A chapter begins at a moment that can be found: minutes, a colon and seconds. A number such as `1.30` could be
minutes or seconds.

**Subject:** pictures. **Severity:** error.

**Bad:** `at: 1 min 30`, `at: half way`
**Good:** `at: 1:30`, or `at: 90 s`; from an hour on `1:02:30`
"""
