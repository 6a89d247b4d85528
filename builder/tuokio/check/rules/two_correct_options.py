"""A question with one right option, or a gap where one picks, has several marked correct.

**Why.** Learners can choose one, and whichever they choose leaves another right one out.

**Subject:** questions. **Severity:** error. **Source:** Haladyna, Downing & Rodriguez 2002: exactly one right answer. Without `type: choice`, several right options make a
question in which all that fit are ticked.

**Bad:** `type: choice` with two `correct: true`.
**Good:** one `correct: true`; or `type: multiple`, and a question that asks for all that fit.
"""
