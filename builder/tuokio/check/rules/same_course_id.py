"""Two courses have the same `id`.

**Why.** Learners' records are kept under it. On one device the two would share one record, and each would take what was
done in the other for its own.

**Subject:** files. **Severity:** warning.

**Bad:** a course copied with its `course.yaml`
**Good:** another `id` in the newer one; never change it in one that is published
"""
