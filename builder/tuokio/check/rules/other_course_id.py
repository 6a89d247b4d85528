"""The course was published under another id.

**Why.** Learners' records belong to a course by its id. Under another one all they did would count nowhere, and the
next version would be the first of a new course.

**Subject:** publishing. **Severity:** warning.

**Bad:** `id: service-2027`, where `course.lock` has `service`
**Good:** the id it had; for a new course made of a copy delete its `course.lock`
"""
