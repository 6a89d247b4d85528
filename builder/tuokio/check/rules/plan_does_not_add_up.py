"""The parts of a session's plan take more or less time than the session.

**Why.** Whoever leads the talk keeps the time by this sheet. If the parts do not add up, the last one is cut, and it
mostly is the one in which something is agreed.

**Subject:** blocks. **Severity:** error.

**Bad:** `minutes: 30` with parts of 5, 10 and 10 minutes
**Good:** parts of 5, 10 and 15 minutes; or `minutes: 25`
"""
