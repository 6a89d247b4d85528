"""A gap stands inside a link or a picture.

**Why.** A link is one thing to press and a picture one thing to look at: nobody can type or choose within it. Learners could
not answer the question.

**Subject:** questions. **Severity:** error.

**Bad:** `[Returns within [[14]] days](02-returns.md)`
**Good:** `Returns are taken within [[14]] days: [more on returns](02-returns.md).`
"""
