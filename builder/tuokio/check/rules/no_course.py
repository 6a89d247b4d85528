"""There is no such folder or file.

**Why.** Tuokio looks where you point, counted from the folder in which the command is run.

**Subject:** files. **Severity:** error.

**Bad:** `tuokio check coffe`
**Good:** `tuokio check courses/coffee`, or no name at all for every course in `courses/`
"""
