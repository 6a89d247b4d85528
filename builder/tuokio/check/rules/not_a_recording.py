"""A file that is to be played is neither a video nor a sound.

**Why.** It cannot be played. What a file is, its content says and not its name.

**Subject:** pictures. **Severity:** warning.

**Bad:** `src: media/receipt.mp4`, which is a picture, or the project file of a video program
**Good:** the MP4, MP3 or M4A that your program exports; a picture is shown with `![what it shows](media/…)`
"""
