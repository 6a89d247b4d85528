"""The keys at the top of a module begin and never end.

**Why.** Nobody can tell where they stop and the text begins, so title, objectives and all else that they say would be lost.

**Subject:** keys. **Severity:** error.

**Bad:** `---`, `title: Returns`, and then the first paragraph
**Good:** `---`, `title: Returns`, `---`, and then the first paragraph
"""
