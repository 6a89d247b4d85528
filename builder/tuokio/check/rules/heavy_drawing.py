"""A drawing is larger than 1 MB.

**Why.** Every line of it is computed anew on the learner's device. An old phone takes seconds to show it, and stutters when it
is scrolled past.

**Subject:** pictures. **Severity:** hint.

**Bad:** a map or a traced photo with a hundred thousand points, as SVG
**Good:** its lines simplified in the drawing program; or saved as PNG, which is one picture, whatever is in it
"""
