"""A question of the file was left out, for it could not stand in a course.

**Why.** What was read breaks a rule that every question here keeps, and that rule is in the finding. The other
questions came in.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** two options with the same text in the list
**Good:** mend it where it comes from and import again; or write it by hand
"""
