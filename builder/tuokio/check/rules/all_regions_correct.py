"""Every region of a picture is correct.

**Why.** Whatever is pressed is right, so nothing is asked. What a question on a picture teaches is to tell the right place from
one that looks like it.

**Subject:** questions. **Severity:** error.

**Bad:** one region, the fire exit, marked `correct: true`, and no other
**Good:** also the staff door and the delivery door as regions, each with a `feedback` that says why one does not leave by it
"""
