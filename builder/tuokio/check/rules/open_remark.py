"""A remark for authors does not end in its paragraph, so learners see it.

**Why.** What stands between `<!--` and `-->` is yours alone. Without an end, or with an empty line in a remark that
begins inside a text, it is shown to everyone.

**Subject:** text. **Severity:** warning.

**Bad:** `Ask for the receipt. <!-- check with legal`
**Good:** `Ask for the receipt. <!-- check with legal -->`; a long remark on lines of its own
"""
