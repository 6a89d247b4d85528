"""A file is called `.md.txt` or `.yaml.txt`, which Windows hides.

**Why.** It looks like a module and is none, so it is left out of the course. Notepad adds the second ending unless it is
told not to.

**Subject:** files. **Severity:** warning.

**Bad:** `03-returns.md.txt`, shown as `03-returns.md`
**Good:** `03-returns.md`; in the Explorer choose View, Show, File name extensions
"""
