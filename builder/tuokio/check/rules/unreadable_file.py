"""A file is there but cannot be opened.

**Why.** Another program holds it, it waits in a cloud, or you may not read it. What it holds is missing from the course.

**Subject:** files. **Severity:** warning; error for a module or another file of text.

**Bad:** a recording that is still open in the program it is cut in
**Good:** that program closed; in OneDrive, Always keep on this device
"""
