"""A question to be imported holds a formula, which is shown as it was typed.

**Why.** A course has no typesetting for mathematics, so learners would see dollar signs and commands in place of the formula.

**Subject:** exchange. **Severity:** warning.

**Bad:** `$$ a^2 + b^2 $$`
**Good:** `a² + b²`, or the formula in words. A long one as a picture, with a description that says it in words
"""
