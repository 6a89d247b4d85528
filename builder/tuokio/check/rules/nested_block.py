"""A block stands inside a list or a quotation.

**Why.** A block fills the width of the page and is answered by itself; in a list it would belong to a line, and nothing of
it could be kept safely.

**Subject:** keys. **Severity:** error.

**Bad:** three backticks and `quiz`, indented under a line that begins with a hyphen
**Good:** the same block at the left edge, with an empty line before it
"""
