"""This is no file of questions that Tuokio knows.

**Why.** What a file is, its name and its first lines tell, and these tell nothing known. Nothing was taken over.

**Subject:** exchange. **Severity:** error, when importing.

**Bad:** a Word document with questions
**Good:** copy them into a sheet such as `tuokio import --template lista.xlsx` makes; or name the format with `--format`
"""
