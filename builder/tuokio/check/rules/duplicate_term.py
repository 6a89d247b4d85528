"""The glossary explains the same word twice.

**Why.** Learners press a word in the text and get one explanation; which one would be chance. So the first counts and the other
is left out. The forms you list under a term count as well, and capital letters make no difference.

**Subject:** text. **Severity:** warning.

**Bad:** `receipt:` and, further down, `Receipt:`; or the form `slips` under both `receipt` and `delivery note`
**Good:** one term with one explanation, and each form under one term only
"""
