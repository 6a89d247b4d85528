"""Something was published under an id that is not there any more.

**Why.** What learners did there would count nowhere, and nobody would have decided that.

**Subject:** publishing. **Severity:** error, when publishing. **Source:** the promise that updating a course never erases what learners did.

**Bad:** `id: return-time` became `id: returns`.
**Good:** `id: returns` with `replaces: return-time`; or, if it went away for good, `retired: [return-time]` in course.yaml.
"""
