"""Whoever answers is told only whether it was right.

**Why.** A verdict alone teaches next to nothing (an effect of 0.05); the reason does (0.49).

**Subject:** questions. **Severity:** warning. **Source:** Van der Kleij, Feskens & Eggen 2015.

**Bad:** `{statement: Food may be returned., correct: false}`
**Good:** the same, with `explanation: Nobody can tell how it was kept.`
"""
