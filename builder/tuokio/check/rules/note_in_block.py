"""A footnote's mark stands in a block.

**Why.** Blocks have no place for footnotes, so learners see the brackets. What matters for the question is better said
in it.

**Subject:** text. **Severity:** hint.

**Bad:** `explanation: The law says 14 days.[^1]`
**Good:** `explanation: The Consumer Protection Act says 14 days.`; or the note in the text around the block
"""
