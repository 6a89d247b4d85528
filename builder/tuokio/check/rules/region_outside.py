"""A region reaches outside the picture.

**Why.** Places are counted in per cent of the picture, so that they fit every screen. A number in pixels lies far
outside, where nobody can press it.

**Subject:** questions. **Severity:** error.

**Bad:** `at: [640, 210, 120, 80]`, in pixels
**Good:** `at: [50, 20, 10, 8]`: left and width are 100 at most together, and so are top and height
"""

ALSO = ("unusable-place",)
