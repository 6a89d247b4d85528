"""Two regions of a picture begin so close to each other that a thumb cannot tell their numbers apart.

**Why.** Numbers stand at the top left of their regions. On a phone a picture is as wide as a hand: where both the left edges
and the top edges are less than 18 per cent apart, one presses the other number.

**Subject:** questions. **Severity:** hint.

**Bad:** `at: [10, 10, 20, 20]` and `at: [20, 15, 20, 20]`
**Good:** `at: [10, 10, 20, 20]` and `at: [40, 15, 20, 20]`; or one region of the two; or a picture that shows the place larger
"""
