"""A newer Tuokio wrote a lock file that this one cannot read.

**Why.** Somebody else works on this course with a newer version. This one cannot tell what was published, or which translations
are out of date, and publishes nothing rather than writing over what it does not understand.

**Subject:** publishing. **Severity:** warning.

**Bad:** two authors with different versions of Tuokio
**Good:** the newest one on every computer: `pip install --upgrade tuokio`
"""
