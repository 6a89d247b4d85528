"""A description of a picture stands where there is no picture.

**Why.** The description is shown to nobody. Mostly the picture's line was forgotten or lost in copying, so learners miss a
picture that the question may speak of.

**Subject:** pictures. **Severity:** warning.

**Bad:** `alt: A till with a long queue` in a question without `image`
**Good:** `image: media/queue.webp` above it; or remove `alt`, and say in the question what one has to know
"""
