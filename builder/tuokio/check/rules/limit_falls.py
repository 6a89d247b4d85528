"""A role may promise less than the one before it, though roles are written from the one who may least.

**Why.** Learners are asked whose limit is enough, and the first role that is enough counts as right. With roles or amounts
mixed up, they learn to promise what they may not, or to ask a manager in vain.

**Subject:** blocks. **Severity:** warning.

**Bad:** `roles: [Shop assistant, Shift manager]` with `limits: {Shop assistant: 50 €, Shift manager: 20 €}`
**Good:** the manager's limit at least as high; or the roles in the order in which one asks the next
"""
