"""There is nothing in this module yet.

**Why.** Learners open an empty page, and it counts as one that they have to go through.

**Subject:** files. **Severity:** warning.

**Bad:** `04-later.md` without a line in it
**Good:** a first paragraph, or `_04-later.md`: what begins with `_` is left out
"""
