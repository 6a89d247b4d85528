"""The word after the backticks is not a kind of block, but nearly one.

**Why.** What Tuokio does not know is shown as code. Learners then see your keys, and the right answer with them, in place
of a question.

**Subject:** keys. **Severity:** warning.

**Bad:** three backticks and `quizz`
**Good:** three backticks and `quiz`
"""
