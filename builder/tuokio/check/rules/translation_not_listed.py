"""A file is in a language into which the course is not translated.

**Why.** It is left out, and learners do not get it. Nothing else would tell, since the course is whole without it.

**Subject:** languages. **Severity:** warning.

**Bad:** `02-returns.sv.md`, where `course.yaml` has `languages: [fi, en]`
**Good:** `languages: [fi, en, sv]`; or remove the file. That of the source has no language in its name
"""
