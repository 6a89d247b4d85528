"""The options of an imported question are not lettered A, B, C in order.

**Why.** A letter that is missing may be an option that was lost, and then the right answer may be lost with it. The options
were taken over as they stand.

**Subject:** exchange. **Severity:** hint.

**Bad:** `A)`, `B)` and `D)`
**Good:** the missing option written in, and the file imported once more; if none is missing, all is well, since a course
letters its options by itself
"""
