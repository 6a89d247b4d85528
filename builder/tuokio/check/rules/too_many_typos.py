"""So many wrong letters are forgiven that nearly any word would pass.

**Why.** In a short word two wrong letters make another word. Tuokio therefore wants this answer spelled exactly until
the number is smaller.

**Subject:** questions. **Severity:** hint.

**Bad:** `answers: [till]` with `typos: 2`
**Good:** `typos: 1`, or none; longer answers bear more
"""
