"""A row of a table has more cells than its header, so learners do not see the last ones.

**Why.** A table has as many columns as its header. Whatever a row has beyond that is dropped without a trace on the page. Often
an upright line that belongs to the text was read as the end of a cell.

**Subject:** text. **Severity:** warning.

**Bad:** a header `| Drink | Price |` above a row `| Latte | 4.50 € | oat + 0.50 € |`
**Good:** `| Drink | Price | Extra |`, with a third part in the line of hyphens, too; before a line that is part of the text,
put a backslash
"""
