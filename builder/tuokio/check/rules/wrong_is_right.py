"""Feedback for a wrong answer is written for one that is right.

**Why.** It is never said, since this answer counts as right. Either what it warns of is not wrong, or more is accepted
than you meant.

**Subject:** questions. **Severity:** error.

**Bad:** `number: 14`, `tolerance: 2` and `wrong: {15: …}`; the same word under `answers` and under `wrong`
**Good:** `tolerance: 0` if only 14 is right; else the line under `wrong` left out
"""
