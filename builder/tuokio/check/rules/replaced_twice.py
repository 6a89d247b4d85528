"""Two things say that they took the place of the same one.

**Why.** What learners did in the old one can count in one only. Tuokio lets the one hold that the finding names, and
the other is asked anew.

**Subject:** publishing. **Severity:** warning, when publishing.

**Bad:** `replaces: return-time` in two questions into which one was divided
**Good:** `replaces` in the one that learners of the old need not take again
"""
