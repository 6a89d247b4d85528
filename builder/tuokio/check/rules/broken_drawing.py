"""An SVG file cannot be used as a drawing.

**Why.** It breaks off, begins with something other than a drawing, is nested hundreds of levels deep, or defines abbreviations
of its own, in which anything can hide. Learners do not see the picture.

**Subject:** pictures. **Severity:** warning.

**Bad:** an SVG saved from Illustrator with Preserve Illustrator Editing Capabilities
**Good:** the same drawing exported once more as plain SVG; ungroup it first if it is nested too deep; or save it as PNG
"""

ALSO = ("drawing-entities",)
