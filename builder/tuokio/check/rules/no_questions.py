"""There is no question that could be taken over or exported.

**Why.** Nothing was written. In an import either all questions had faults, which are told above, or the file was read
as another format than it is.

**Subject:** exchange. **Severity:** error.

**Bad:** a text file of notes; a course with nothing but texts
**Good:** mend what the other findings say; or name the format, `tuokio import --format gift`
"""
