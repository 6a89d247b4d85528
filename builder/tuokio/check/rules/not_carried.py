"""Something of a question has no place in the exported file.

**Why.** The question works there, but without what is named: attempts, hints, feedback by score or the like. Whoever
uses it there should not wait for these.

**Subject:** exchange. **Severity:** hint, when exporting.

**Bad:** hints and points in an export to GIFT
**Good:** `tuokio export --format moodle`, which has room for more; put into `explanation` what must not be missing
"""
