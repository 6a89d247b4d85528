"""There is no Markdown file in this folder.

**Why.** A course is made of modules, and a module is a file that ends in `.md`. Files that begin with `_` or `.` are left
out, and so is `README.md`.

**Subject:** files. **Severity:** error.

**Bad:** a folder with Word documents
**Good:** a folder with `01-welcome.md`
"""
