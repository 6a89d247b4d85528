"""A recording is so large that an old phone waits long for it.

**Why.** More than 10 MB for a video or 5 MB for a sound take a while on a slow network, and many learners pay for it. The
course has to carry it wherever it goes, too.

**Subject:** pictures. **Severity:** hint.

**Bad:** a video of 80 MB as it came from the camera
**Good:** saved smaller: in HandBrake with the preset Fast 480p30, in Audacity as MP3 in mono at 64 kbps. Or cut to what it
shows, which learners like best
"""
