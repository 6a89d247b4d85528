"""A question asks nothing, or a statement claims nothing.

**Why.** Learners see answers and have to guess what is meant. In an imported file such a question is left out, and the
others come in.

**Subject:** questions. **Severity:** error.

**Bad:** `options:` without `question:`
**Good:** `question: What do you ask first?` above the options
"""
