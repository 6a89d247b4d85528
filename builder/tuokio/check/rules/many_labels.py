"""A scale has more labels than people can tell apart.

**Why.** Between eight or more words nobody is sure which one fits, and on a phone the buttons are too narrow for a
thumb. What learners choose then says little, now and when they are asked again.

**Subject:** blocks. **Severity:** error.

**Bad:** `labels: [never, hardly ever, seldom, sometimes, now and then, often, mostly, always]`
**Good:** two to seven labels from least to most, `[never, seldom, sometimes, often, always]`; or no `labels` at all,
and the usual five are shown
"""
