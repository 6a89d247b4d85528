"""A picture or a recording is broken.

**Why.** Its first part may be there, so a folder shows it with its right name and size. But copying, downloading or recording
broke off, and learners would see an empty frame or a player that does nothing.

**Subject:** pictures. **Severity:** warning.

**Bad:** a video copied from a phone while the cable came loose
**Good:** the file copied anew from where it came. A picture that opens in a picture program can be saved there anew, as JPEG or
PNG
"""

ALSO = ("broken-recording",)
