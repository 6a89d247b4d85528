"""Nothing tells which column of a sheet holds the questions.

**Why.** Columns are known by their headings, in Finnish, Swedish or English. Without these nothing can be taken over.

**Subject:** exchange. **Severity:** error, when importing.

**Bad:** a sheet that begins with the first question
**Good:** headings in the first row, `Question`, `A`, `B`, `C`, `Correct`, `Feedback`; `tuokio import --template
lista.xlsx` makes a list to fill in
"""
