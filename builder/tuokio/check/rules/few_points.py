"""A role play gives whoever watches only one point to look at.

**Why.** The feedback after a round compares what went well with what was harder. With one point there is nothing to compare,
and it soon becomes a mark for the colleague instead of a talk about the situation.

**Subject:** conversations. **Severity:** warning.

**Bad:** `watch: [Was it friendly?]`
**Good:** `watch: [Greets before asking, Finds out what is wrong, Says rightly what happens next]`: three to five, about being
kind and about being right
"""
