"""A mood is named that this conversation or this deck of encounters does not have.

**Why.** In a conversation moods are numbers under `mood: names`, in encounters words under `moods`. A mood that is not
there has no name to show and can never be reached.

**Subject:** conversations. **Severity:** error.

**Bad:** `enough: 3`, where the moods go from -2 to 1
**Good:** `enough: 1`; or the mood added under `mood: names`, in encounters under `moods`
"""
