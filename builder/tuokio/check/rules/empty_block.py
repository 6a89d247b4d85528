"""A block has nothing in it.

**Why.** It was begun and not written, so there is nothing to show, and the course is not built before it is mended.

**Subject:** blocks. **Severity:** error.

**Bad:** a line with three backticks and `quiz`, and right below it the line that closes the block
**Good:** the block's keys on lines between the two, such as `question:` and `options:`; or remove both lines
"""
