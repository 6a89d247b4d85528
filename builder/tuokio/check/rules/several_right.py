"""Answers were worth different points, or several were right, which is otherwise here.

**Why.** Here an option is right or wrong, and all right ones have to be ticked; of several right numbers the first is
kept. The question may be harder or easier than it was. Weights and further numbers stand in a remark above it.

**Subject:** exchange. **Severity:** hint; a warning where several numbers are right.

**Bad:** an option worth 50 %; two right options of which one was enough
**Good:** look at the question: leave one option right, or say that there are several; a `tolerance` for numbers
"""

ALSO = ("unequal-weights",)
