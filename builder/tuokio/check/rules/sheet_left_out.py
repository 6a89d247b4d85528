"""A sheet, a column or a line of a file was not taken for questions.

**Why.** People keep notes beside their lists. What has no heading of a question list is left out, and a column without
a place in a question is kept as a remark above it. Look whether something is among these that learners need.

**Subject:** exchange. **Severity:** hint, when importing.

**Bad:** a column `Source of this rule`; a title above the headings; a second sheet without headings
**Good:** headings as in the list that `tuokio import --template lista.xlsx` makes; nothing to do for mere notes
"""

ALSO = ("text-above", "unknown-column")
