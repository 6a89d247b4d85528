"""A text with a colon and a space in it was read as a key and its value.

**Why.** A colon with a space after it divides a key from its value, so what was meant as one text falls into two, and the
block cannot be read. The text itself is good as it is; it only needs quotation marks to stay whole.

**Subject:** keys. **Severity:** error.

**Bad:** `- I say: I will be right there.`
**Good:** `- "I say: I will be right there."`; `tuokio check --fix` often writes the marks for you
"""
