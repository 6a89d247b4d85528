"""Two cards of a deck have the same front.

**Why.** Whoever sees the front cannot know which of the two backs is meant, and is told that a right answer was wrong. The cards
come back in review for weeks, and so does the doubt.

**Subject:** blocks. **Severity:** warning.

**Bad:** `front: Latte` twice, once for the small and once for the large cup
**Good:** `front: Latte, small` and `front: Latte, large`
"""
