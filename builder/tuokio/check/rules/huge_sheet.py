"""A sheet has more than 20,000 rows, and what comes after them is left out.

**Why.** Nobody goes through so many in one course. Often a format was drawn down to the very end of the sheet, or a table of
something else is in the file.

**Subject:** exchange. **Severity:** error.

**Bad:** all questions of the firm in one sheet
**Good:** several sheets in files of their own, one for each bank; rows that hold nothing deleted
"""
