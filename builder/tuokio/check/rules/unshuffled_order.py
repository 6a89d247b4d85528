"""`shuffle: false` in a question about an order.

**Why.** The order you wrote is the answer, so learners never begin with it. This only gives all of them the same mixed
order, which colleagues can tell each other.

**Subject:** questions. **Severity:** hint.

**Bad:** `order:` with `shuffle: false`
**Good:** leave `shuffle` out; if all are to see the same, for talking about it together, keep it and allow it with that
reason
"""
