"""A star in an answer stood for any letters, which it does not do here.

**Why.** Here typed answers are compared as they are written, but for large letters, spaces and signs. Without the star,
a form that was right there is wrong here. If nothing can be left of an answer, it is left out, and with its last one
the question.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** `receipt*`, for receipts too
**Good:** each form that people type: `answers: [receipt, receipts]`; or `typos: 1`
"""
