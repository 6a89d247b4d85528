"""A finding is allowed without a reason.

**Why.** Whoever takes over the course must be able to see whether the reason still holds; you, too, in a year. Where nothing is
written, the finding is told on; a row of dots is no reason either.

**Subject:** course. **Severity:** warning.

**Bad:** `allow: {vague-link: ""}`
**Good:** `allow: {vague-link: These are the very words on the button.}`
"""
