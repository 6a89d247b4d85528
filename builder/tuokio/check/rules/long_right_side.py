"""The right side of a pair is too long to choose from a list on a phone.

**Why.** Learners hold several right sides in mind at once. Over 120 characters each, the list does not fit the screen, and who
reads slowly is asked about reading and not about the matter.

**Subject:** questions. **Severity:** hint.

**Bad:** a right side of three sentences that says what to do and why
**Good:** `At the till`, and the reason in `feedback`
"""
