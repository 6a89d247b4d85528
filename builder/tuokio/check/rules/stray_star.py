"""In a gap the star stands behind an answer and not before it.

**Why.** The star before an answer marks the one to pick. Behind it the star says nothing: learners then type the
answer, and each of those in the gap counts as right, the wrong ones too.

**Subject:** questions. **Severity:** warning.

**Bad:** `[[may*|may not]]`
**Good:** `[[*may|may not]]`; without any star, if all are right and one of them is to be typed
"""
