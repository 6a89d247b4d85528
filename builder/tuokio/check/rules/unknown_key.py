"""A key is not known here.

**Why.** Whatever stands behind it would be left out without a word: a feedback that nobody sees, a hint that never comes.
Mostly it is misspelt, or it belongs one level higher or lower.

**Subject:** keys. **Severity:** warning.

**Bad:** `explanaton: Any trace will do.`
**Good:** `explanation: Any trace will do.`; the message names the nearest key, and an editor set up by `tuokio new`
completes it
"""
