"""From a scene of a conversation no end can be reached.

**Why.** Replies lead round in a circle, and the learner never gets out of it.

**Subject:** conversations. **Severity:** error. **Source:** graph of the conversation: what leads to an end, followed backwards.

**Bad:** `again` leads to `what`, and `what` leads to `again`
**Good:** one of the replies leads to a scene with `end`
"""
