"""A link leads to a module that is not part of this build.

**Why.** You are building one file of a course, and the link leads to another file beside it. In this build it leads nowhere; in
the whole course it works.

**Subject:** text. **Severity:** hint.

**Bad:** `tuokio build 01-welcome.md`, in which a link leads to `02-returns.md`
**Good:** nothing to do. Before you give it to learners, build the course's folder
"""
