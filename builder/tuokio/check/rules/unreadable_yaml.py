"""The keys and texts of this block or file cannot be told apart.

**Why.** Blocks are written in YAML, where a sign at the beginning of a text, a colon inside it or an uneven indent means
something. Tuokio says where it got lost. The fault is on that line or on the one before it.

**Subject:** keys. **Severity:** error.

**Bad:** `text: "Yes, I will see` without the second mark, or keys that do not stand below each other
**Good:** quotation marks around a text with signs in it, and two spaces for each level
"""
