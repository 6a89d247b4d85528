"""The observer of an encounter is to watch more than six things.

**Why.** One person plays and another watches. With a long list the observer reads the list and misses the talk, and
what they say afterwards stays general.

**Subject:** conversations. **Severity:** warning.

**Bad:** `watch:` with nine lines
**Good:** three to five points, at least one about being right and one about being kind
"""
