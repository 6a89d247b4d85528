"""A question on a picture has no picture.

**Why.** Learners would read a list of places and not see where these are.

**Subject:** pictures. **Severity:** error.

**Bad:** `regions:` without `image:`
**Good:** `image: media/till.webp`, and `alt:` with what the picture shows
"""
