"""None of the options of a question is marked correct.

**Why.** Every answer would be wrong, and the learner could never settle the question.

**Subject:** questions. **Severity:** error. **Source:** Haladyna, Downing & Rodriguez 2002: exactly one right answer, or as many as are asked for.

**Bad:** `options: [Refund, Repair, Nothing]`
**Good:** `options: [Refund, {text: Repair, correct: true}, Nothing]`
"""
