"""This is no colour that can be used.

**Why.** Tuokio makes buttons, links and dark pages of your colours and sees to their contrast. What is no colour cannot
be reckoned with, so Tuokio's own stands in. One that lets through what is behind it is taken as it looks on white.

**Subject:** brand. **Severity:** warning.

**Bad:** `brand: 4a3d7`, `brand: our green`, `brand: "#4a3d7880"`
**Good:** `brand: "#4a3d78"`, in quotes, six digits after the `#`; or a name such as `teal`
"""

ALSO = ("see-through-colour",)
