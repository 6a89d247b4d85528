"""A block begins and does not end, or ends too early.

**Why.** A block stands between two rows of three backticks. Without the second row everything below is swallowed by it,
other questions too. And if a text inside shows backticks of its own, they end the block in the middle.

**Subject:** keys. **Severity:** error.

**Bad:** a question whose last line is followed by a heading
**Good:** a line with three backticks alone after the last line of the block, or four backticks around a block that shows
code
"""
