"""A bank has lines with backticks around its questions.

**Why.** In a module they tell where a question begins in the text. A bank has no text around its questions: it is the list
itself. As long as they are there, no question of this bank is read.

**Subject:** course. **Severity:** error.

**Bad:** a file in `banks/` that begins with three backticks and `quiz`
**Good:** a file whose questions each begin with `- ` at the left edge, with no lines of backticks
"""
