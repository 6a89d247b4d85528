"""A sheet has a text that the course does not have.

**Why.** The text may have gone or moved since the sheet was made, so its translation is left out. Nothing is lost in
the sheet itself.

**Subject:** languages. **Severity:** warning.

**Bad:** a sheet of last month for a course whose step was renamed since
**Good:** a new sheet by `tuokio translate export`, and the translation copied to where its text is now
"""
