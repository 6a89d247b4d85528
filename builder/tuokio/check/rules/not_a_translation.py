"""This is no sheet of translations.

**Why.** Tuokio finds the texts by the column of their ids and by the headings of the columns. If a translator's program
took these away, nobody knows which text is which.

**Subject:** languages. **Severity:** error.

**Bad:** a sheet with the two texts alone
**Good:** a sheet from `tuokio translate export sv`, with its first row, into which the translations are copied
"""
