"""Two contacts answer for one topic.

**Why.** Each waits for the other, and whoever sent the slip gets no answer. One person can always pass it on.

**Subject:** blocks. **Severity:** error.

**Bad:** `Opening hours: [manager, office]`
**Good:** `Opening hours: manager`; or two topics, if they are really about different things
"""
