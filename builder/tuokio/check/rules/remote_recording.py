"""A video or a sound lies on another website.

**Why.** A course works without a network, and makes no request to anybody. So it cannot be played.

**Subject:** pictures. **Severity:** warning. **Source:** privacy by design (GDPR, article 25).

**Bad:** `src: https://www.example.com/returns.mp4`
**Good:** the file itself in `media/`, or a link to the page it is on
"""
