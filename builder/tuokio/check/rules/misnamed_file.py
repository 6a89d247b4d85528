"""A file has nearly the name of one that Tuokio reads.

**Why.** Files of a course are known by their names, written just so. Under another name this one is left out, and with it
all that it says.

**Subject:** files. **Severity:** warning.

**Bad:** `Course.yml`
**Good:** `course.yaml`
"""
