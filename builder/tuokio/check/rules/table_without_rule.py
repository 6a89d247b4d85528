"""A table has no line of hyphens below its first row.

**Why.** Only that line makes a table. Without it learners see the upright lines as signs in a text.

**Subject:** text. **Severity:** warning.

**Bad:** `| Product | Price |` with `| Latte | 4,10 € |` right below
**Good:** `|---|---|` between the two
"""
