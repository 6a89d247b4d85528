"""A conversation begins with a scene that ends it.

**Why.** A conversation begins with its first scene, or the one that `start` names. If that one has an `end`, learners read one
line and are through, and no reply that you wrote is ever seen.

**Subject:** conversations. **Severity:** error.

**Bad:** `start: thanks`, where the scene `thanks` has `end: good`
**Good:** `start: counter`, the scene in which the customer comes in and the learner can reply
"""
