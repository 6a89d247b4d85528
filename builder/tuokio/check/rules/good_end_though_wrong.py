"""A good end can be reached although the service was not good.

**Why.** A good end tells learners that they did well. The message names a way to it on which less than two thirds of what could
be said rightly was right, or on which the customer leaves in a worse mood than `enough` says. Being right and being kind both
count.

**Subject:** conversations. **Severity:** warning.

**Bad:** each reply leads `to: thanks`, and `thanks` has `end: good`
**Good:** `to: {-2: leaves, 0: thanks}`, so that the mood decides; another scene for those who replied wrongly; or `end: mixed`
"""

ALSO = ("good-end-in-bad-mood",)
