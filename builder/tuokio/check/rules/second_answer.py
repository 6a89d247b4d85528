r"""A question in GIFT has a second brace that opens.

**Why.** In GIFT a question has its answers in one place. Mostly a `}` or the empty line between two questions is
missing, and then two have run together.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** two questions with no empty line between them
**Good:** an empty line after each question; `\{` where the brace is meant as a sign
"""
