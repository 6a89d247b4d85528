"""A link leads to a source file of the course.

**Why.** It would be shipped as it is, with right answers, remarks and private notes in it.

**Subject:** files. **Severity:** warning.

**Bad:** `[All questions](banks/returns.yaml)`
**Good:** a link to a step, `[Returns](03-returns.md)`, or a PDF made for learners
"""
