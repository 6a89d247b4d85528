"""The file is not saved as UTF-8, so its letters were guessed.

**Why.** It was read as Windows writes western European languages. If it is in another language, letters are wrong.

**Subject:** files. **Severity:** hint.

**Bad:** a sheet saved as CSV
**Good:** the same sheet saved as CSV UTF-8, or as an Excel workbook
"""
