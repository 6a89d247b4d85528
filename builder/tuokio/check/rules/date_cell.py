"""A cell holds a date where something else may have been typed.

**Why.** Spreadsheet programs take 12.3 or 1/2 for a day and keep only the date, not what was typed. As the right answer of a
question that would be nonsense, so such a row is left out; elsewhere the date is taken as it is.

**Subject:** exchange. **Severity:** warning.

**Bad:** `1/2` in the column of the right answers, which became 1 February
**Good:** the cells formatted as Text before anything is typed (in Excel: Home, Number, Text), and the answer typed anew. If a
date is meant, write it in such a cell, too
"""
