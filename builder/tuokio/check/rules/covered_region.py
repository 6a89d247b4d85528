"""One region of a picture lies wholly within another, and one of the two is right and the other wrong.

**Why.** Learners who aim at the right place may press the wrong region, and cannot see why they were wrong.

**Subject:** questions. **Severity:** warning.

**Bad:** the whole counter as a wrong region, `at: [0, 0, 100, 100]`, and the card reader on it as the right one
**Good:** regions side by side; of two that overlap, each with a part of its own that is large enough to press
"""
