"""Two entries of a list may have been meant as one text with a comma.

**Why.** Between square brackets a comma divides entries. A sentence with a comma in it becomes two, and learners get two
short lines that mean little.

**Subject:** keys. **Severity:** warning.

**Bad:** `prompts: [What did you say, and what came of it?]`
**Good:** `prompts: ["What did you say, and what came of it?"]`
"""
