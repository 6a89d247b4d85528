"""A file has more than 20,000 questions.

**Why.** What comes after these was left out. Nobody finds a question in a file of such a size, either.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** all questions of a learning platform in one file
**Good:** export one category at a time
"""
