"""A question to be imported has HTML in it, and learners would see it as it is typed.

**Why.** A course is written in Markdown, and takes HTML for text unless `course.yaml` says otherwise. Whoever reads the
question would see tags between the words.

**Subject:** exchange. **Severity:** hint.

**Bad:** `Say <b>what</b> happens next.`
**Good:** `Say **what** happens next.`; or `html: true` in `course.yaml` if you have a lot of it
"""
