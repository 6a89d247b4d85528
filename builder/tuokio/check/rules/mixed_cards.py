"""A deck holds cards of two sorts.

**Why.** Learners choose the right back among those of other cards. A card of another sort gives itself away by its
form, and nobody needs to know the answer.

**Subject:** blocks. **Severity:** warning.

**Bad:** cards with `front:` and cards with `situation:` in the same deck
**Good:** a deck for each sort, one below the other
"""
