"""No customer of this deck comes in this mood.

**Why.** The mood would never be played. Mostly its name is written in another way where it was meant, or it was left
over when a customer was removed.

**Subject:** conversations. **Severity:** warning.

**Bad:** `moods: {silent: …}` and no customer with `silent` among theirs
**Good:** `moods: [silent]` with a customer; or remove the mood
"""
