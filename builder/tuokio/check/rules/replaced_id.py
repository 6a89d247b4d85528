"""Something is said to replace or retire what is still in the course.

**Why.** `replaces` carries results over to the one that took the place, and `retired` says that something went away for
good. While the old one is there neither can hold.

**Subject:** publishing. **Severity:** warning, when publishing.

**Bad:** `replaces: return-time`, and a question with `id: return-time` in another module; `retired: [returns]` with
that module still there
**Good:** remove the old one; or the line that names it
"""

ALSO = ("retired-id",)
