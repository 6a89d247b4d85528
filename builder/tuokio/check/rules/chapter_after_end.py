"""A chapter or captions go on after the recording has ended.

**Why.** The recording was cut, or the times belong to another version of it. A chapter leads learners nowhere, and captions
that are off show words nobody says just then: whoever does not hear relies on them alone.

**Subject:** pictures. **Severity:** warning.

**Bad:** `at: 4:10` in a video of 3 minutes, or captions made before the opening was cut
**Good:** the time as the player shows it, or no chapter; captions made from the file you show
"""

ALSO = ("late-captions",)
