"""There is no theme of this name.

**Why.** The course is built plain, without your colours and logo. A theme is a folder under `themes/`, in the course or
beside all courses, with a file `theme.yaml` in it.

**Subject:** brand. **Severity:** warning.

**Bad:** `theme: acme`, where the folder is `themes/acme-group`
**Good:** `theme: acme-group`; or no `theme` at all, for the plain one
"""
