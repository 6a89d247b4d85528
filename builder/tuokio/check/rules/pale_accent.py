"""The accent of your theme can hardly be seen on the paper.

**Why.** Lines and marks that nobody sees mark nothing.

**Subject:** brand. **Severity:** warning. **Source:** Web Content Accessibility Guidelines 2.2, criterion 1.4.11.

**Bad:** `accent: "#fdfdf8"` on white paper
**Good:** `accent: "#c9a227"`
"""
