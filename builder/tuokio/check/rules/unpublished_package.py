"""A package for a learning platform is made of a course that was never published.

**Why.** The platform keeps results by the numbers that publishing gives to questions. Without them, the next upload may
lose what learners did.

**Subject:** publishing. **Severity:** warning.

**Bad:** `tuokio build` for a platform, and no `course.lock` in the course's folder
**Good:** `tuokio publish`, and its `course.lock` kept with the course
"""
