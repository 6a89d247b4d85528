"""All options of a question are correct.

**Why.** Ticking everything is right, so nothing is asked.

**Subject:** questions. **Severity:** error. **Source:** Haladyna, Downing & Rodriguez 2002: wrong options are mistakes that people really make.

**Bad:** `options: [{text: Receipt, correct: true}, {text: Card payment, correct: true}]`
**Good:** the same, and `A photo of the goods`.
"""
