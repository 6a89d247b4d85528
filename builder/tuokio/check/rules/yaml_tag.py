"""A value begins with an exclamation mark.

**Why.** In YAML that sign begins an instruction for programs, which Tuokio does not follow, so nothing in a course can make
a computer do what its author did not mean.

**Subject:** keys. **Severity:** error.

**Bad:** `text: !Stop`
**Good:** `text: "!Stop"`
"""
