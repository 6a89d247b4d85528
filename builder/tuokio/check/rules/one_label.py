"""A scale has one label, so there is nothing to choose.

**Why.** Learners would place themselves on every statement in the same way, and see nothing of themselves.

**Subject:** blocks. **Severity:** error.

**Bad:** `labels: [often]`
**Good:** `labels: [never, sometimes, often, always]`; or leave `labels` out, and the usual five are shown
"""
