"""A picture is too large to be prepared.

**Why.** Tuokio makes pictures small enough for phones by itself, but one of more than 60 million pixels or 100 MB, a drawing of
more than 10 MB, or a long animation may use up the memory. So it is left out.

**Subject:** pictures. **Severity:** warning.

**Bad:** a scan of 12,000 × 9,000 pixels; an animated GIF of a whole procedure
**Good:** a JPEG, at most 6000 pixels wide; a film (MP4) in place of the animation
"""
