"""There is one tab, so there is nothing to choose.

**Why.** Tabs are for things of which one needs one at a time. A single tab only hides a text behind a line that looks
as if there were more.

**Subject:** blocks. **Severity:** warning.

**Bad:** `tabs:` with one entry
**Good:** a second tab; else plain text, or a `details` block for what only some need
"""
