"""An `allow` names a finding that is not here.

**Why.** It allows nothing: what it was for has been mended, or its name is misspelt and the finding is still told. Left
there, it would hide the same fault when it comes back.

**Subject:** course. **Severity:** hint.

**Bad:** `allow: {vague-alt: The customer's own words.}` where no such finding is
**Good:** remove it, or write the name as the finding has it in brackets
"""
