"""A text that is to have gaps has none.

**Why.** Learners would read a sentence, and there would be nothing to fill in.

**Subject:** questions. **Severity:** error.

**Bad:** `blanks: A receipt is kept for 14 days.`
**Good:** `blanks: A receipt is kept for [[14|fourteen]] days.` to be typed, or `[[*14|30]]` to be picked
"""
