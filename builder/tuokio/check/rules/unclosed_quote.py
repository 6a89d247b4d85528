"""A quotation mark in a text file opens a text that no other one closes.

**Why.** In such files (CSV) these marks hold a text together. With one missing, all rows below would belong to it, so
this row was taken to end with its line. Look whether the row is whole.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** `"Say: hello;A;B`
**Good:** `""` for a mark inside a text; or save the sheet as Excel Workbook and import that
"""
