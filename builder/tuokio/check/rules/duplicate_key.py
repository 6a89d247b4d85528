"""A key stands twice in the same block.

**Why.** Only one of the two could count, and which one nobody sees.

**Subject:** keys. **Severity:** error. **Source:** YAML 1.2: the keys of a mapping are unique.

**Bad:** `feedback:` twice under one option, after copying.
**Good:** one of them.
"""
