"""There are fewer entries here than it takes.

**Why.** With one option there is nothing to choose, and with one thing nothing to sort. Learners would be right without
thinking.

**Subject:** keys. **Severity:** error.

**Bad:** a question with a single option
**Good:** two options at least; three that somebody could really choose are better
"""
