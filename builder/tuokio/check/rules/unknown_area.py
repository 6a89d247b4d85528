"""A module is in an area that the course does not have.

**Why.** The front page groups modules by areas. One that is named in another way makes a group of its own, and learners
do not find the module beside its like.

**Subject:** course. **Severity:** warning.

**Bad:** `area: Servce`, where `course.yaml` has `areas: {service: …}`
**Good:** the area's name as it is under `areas:` in `course.yaml`, or a new line there
"""
