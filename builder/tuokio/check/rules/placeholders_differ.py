"""A translation lacks something that has to stay as it is.

**Why.** What stands in braces, code, where links lead and gaps are the same in every language. Without them a value
would be missing or a link dead, so this row is left out and the others are written.

**Subject:** languages. **Severity:** warning.

**Bad:** `Returns within {{ days }} days` translated as `Palautus 14 päivässä`
**Good:** `Palautus {{ days }} päivässä`
"""
