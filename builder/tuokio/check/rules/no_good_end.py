"""A conversation cannot end well, whatever is replied.

**Why.** Learners do their best and fail all the same. They learn that trying does not pay, and never see what a good
answer leads to.

**Subject:** conversations. **Severity:** warning.

**Bad:** all best replies lead to scenes with `end: mixed` or `end: bad`
**Good:** a scene with `end: good` to which the best replies lead, in a mood that can be reached
"""
