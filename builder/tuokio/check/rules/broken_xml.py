"""An XML file is broken at some place, so what comes after it was not read.

**Why.** The file breaks off, or was edited by hand and lost a sign. The questions before that place are imported, the others
are missing, and nothing in the course will tell you later.

**Subject:** exchange. **Severity:** warning.

**Bad:** a download that broke off; `Tom & Sons` typed into the file
**Good:** the questions exported once more; in a file edited by hand `&amp;` for & and `&lt;` for the sign <
"""
