"""A sheet has the same text twice, with different translations.

**Why.** Only one can be written: it is the one further down. The other may have been the better one.

**Subject:** languages. **Severity:** warning.

**Bad:** two sheets put together, each with its own translation of a row
**Good:** look which is right, leave the other row out and import again
"""
