"""Two files have names that differ in capital letters or in how an accent is stored.

**Why.** In Windows and on a Mac they are one name. When the course is copied there, one replaces the other and a module is
gone.

**Subject:** files. **Severity:** warning.

**Bad:** `02-returns.md` and `02-Returns.md`
**Good:** `02-returns.md` and `03-returns-online.md`
"""
