"""One step beyond a limit is already beyond the next one.

**Why.** Learners are asked about each limit exactly and one step beyond it, where somebody else has to be asked. If the
step jumps over the next limit too, what lies between the two is never practised. Left out, a step is 1.

**Subject:** blocks. **Severity:** warning.

**Bad:** limits of `1,50 €` and `2 €` with a step of 1
**Good:** `step: 0,10`, the smallest difference that counts at your till
"""
