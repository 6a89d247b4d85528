"""Feedback by score names no range of scores, or two that overlap.

**Why.** Each score has to lead to one text. A range that no score is in is never said; where two hold the same score,
nobody knows which is.

**Subject:** questions. **Severity:** error.

**Bad:** `feedback: {0-50%: …, 50-99%: …}`, or `90-50%`
**Good:** `feedback: {0-49%: …, 50-99%: …, 100%: …}`
"""

ALSO = ("overlapping-ranges",)
