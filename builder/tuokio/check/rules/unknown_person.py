"""A scene names somebody who is not under `people`.

**Why.** Learners would not see who speaks. The customer needs no name there: where the customer speaks, `who` is left
out.

**Subject:** conversations. **Severity:** error.

**Bad:** `who: manger`, where `people` has `manager`
**Good:** `who: manager`; or a new line under `people:` with a `name` for them
"""
