"""What begins the front matter is not three hyphens.

**Why.** The lines at the top of a module, such as `title:` and `area:`, are only read between two lines of three hyphens.
Word processors make one long dash of them, and then learners see the lines as text.

**Subject:** keys. **Severity:** warning.

**Bad:** `—` or `----` on the first line
**Good:** `---` on the line before the first key and on the line after the last
"""
