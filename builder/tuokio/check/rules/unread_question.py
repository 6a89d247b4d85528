r"""A question of the file cannot be read.

**Why.** A sign that tells text from answers is missing, or nothing is asked. It was left out, and the others came in.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** in GIFT `What comes first? {=Greet ~Pay` without its `}`; answers without a question
**Good:** mend it where it comes from; in GIFT write `\{` where a brace is meant as a sign
"""
