"""A video or a sound block names no file.

**Why.** Learners would see a title with nothing to play.

**Subject:** pictures. **Severity:** error.

**Bad:** `title: How to check a receipt` with an empty `src:`
**Good:** `src: media/receipt.mp4`, with the file in the folder `media/`
"""
