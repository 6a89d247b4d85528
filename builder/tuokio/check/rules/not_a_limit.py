"""This is no limit that an amount can be compared with.

**Why.** Learners are asked about amounts just below and above a limit, so it has to be one number with its unit. A
range is written by its end, words such as `at most` are left out, and yes and no are `true` and `false`. A value in
double braces is not filled in here.

**Subject:** blocks. **Severity:** error; a warning in a translation.

**Bad:** `at most 20 €`, `10–20 €`, `yes`, `{{ limit }}`
**Good:** `20 €`; `true` where there is no limit; `false` where nothing may be promised
"""

ALSO = ("value-in-limit",)
