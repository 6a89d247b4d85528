"""A cell with a right answer can be read in two ways, and one of them was taken.

**Why.** Is `1.500` a thousand or one and a half? Is `2` the second option, or the option that says 2? If the wrong one was
taken, learners who know it are told that they are wrong.

**Subject:** exchange. **Severity:** warning.

**Bad:** options `1`, `2` and `4` with `2` as the right answer; or the number `1.500`
**Good:** the letter of the option, `B`, and numbers without anything that parts thousands: `1500`. Then import again, or mend
the question that was made
"""
