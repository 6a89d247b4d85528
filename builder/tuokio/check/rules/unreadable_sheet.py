"""This file is no sheet that can be read.

**Why.** It may be of another program, protected with a password, damaged or far too large. What is in such a file
cannot be told from outside, so nothing was taken over.

**Subject:** exchange. **Severity:** error.

**Bad:** `questions.xls` of an old Excel; a PDF or a web page that is called `.xlsx`
**Good:** open it in Excel or LibreOffice, take a password away, and save it as Excel Workbook (.xlsx)
"""
