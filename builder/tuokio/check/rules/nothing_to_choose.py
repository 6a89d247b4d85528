"""All pairs have the same right side.

**Why.** Whatever goes with what, the answer is the same, and learners practise nothing.

**Subject:** questions. **Severity:** error.

**Bad:** three kinds of parcel that all go with `Shelf B`
**Good:** right sides of their own, or others that go with nothing, under `extra:`; else a single question with options
"""
