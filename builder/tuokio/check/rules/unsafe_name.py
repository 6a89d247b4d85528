"""A picture's name leads outside of the course.

**Why.** A file from somebody else must not reach any folder but the course's, so the picture was left out.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** a picture called `../../logo.png`
**Good:** save the picture by a plain name in `media/`, and show it with `![what it shows](media/logo.png)`
"""
