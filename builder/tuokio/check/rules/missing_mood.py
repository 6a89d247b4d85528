"""A mood between two others has no name.

**Why.** Replies let the mood rise and fall step by step. Where a step has no name, nothing says how the customer is
just then.

**Subject:** conversations. **Severity:** error.

**Bad:** `names: {-1: annoyed, 1: pleased}`
**Good:** `names: {-1: annoyed, 0: calm, 1: pleased}`
"""
