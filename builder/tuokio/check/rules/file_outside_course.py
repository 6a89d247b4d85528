"""A file that the course names lies outside the course's folder.

**Why.** Whoever gets the folder does not get the file. And what lies elsewhere on your computer should not slip into a course.

**Subject:** files. **Severity:** warning. **Source:** the course's folder is all that is built.

**Bad:** `![Till](../../Desktop/till.png)`
**Good:** copy it into `media/`: `![Till](media/till.png)`
"""
