"""A cell of a sheet does not hold what was typed.

**Why.** Spreadsheet programs take digits for numbers: a long one loses its last digits, and a currency sign is only
shown and not kept. Learners would see another number than you see.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** `64301900012345678` as a number; `4,10` shown as `4,10 €`
**Good:** the cell formatted as Text (in Excel: Home, Number, Text), and its content typed anew with the unit
"""

ALSO = ("styled-cell",)
