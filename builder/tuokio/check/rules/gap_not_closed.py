"""A gap begins with two square brackets and does not end on the same line.

**Why.** Where a gap ends is not guessed, since all the text after it would become the answer. As long as it is open, learners
would see the brackets and the answer in them.

**Subject:** questions. **Severity:** error.

**Bad:** `Returns are taken within [[14 days.`
**Good:** `Returns are taken within [[14]] days.` For brackets that are no gap, put a backslash before them
"""
