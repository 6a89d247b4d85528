"""Something looks like a block but is shown to learners as text.

**Why.** A block is known by three backticks at the left edge and a word right after them. If one of these is not so, a
question becomes a paragraph with keys in it: learners see which option is right and cannot answer.

**Subject:** keys. **Severity:** warning.

**Bad:** two backticks, curly quotation marks in place of backticks, a block that is indented, or `yaml` in place of `quiz`
**Good:** a line that begins with three backticks and `quiz`, with nothing before them
"""
