"""A mark refers to a footnote that is not written.

**Why.** Learners see the mark as it is typed and look for a note in vain.

**Subject:** text. **Severity:** hint.

**Bad:** `The time is in the law.[^1]`, and no line that begins with `[^1]:`
**Good:** `[^1]: Consumer Protection Act, chapter 6` on a line of its own below
"""
