"""A link leads where a course cannot lead.

**Why.** Only web addresses, mail, telephone and the course's own files can be reached from a phone. A drive of your computer is
on your computer alone, and `javascript:` could run.

**Subject:** text. **Severity:** warning. **Source:** the course's own security policy.

**Bad:** `[The rules](file:///C:/rules.docx)`, `[x](javascript:…)`
**Good:** `[The rules](media/rules.pdf)` with the file in `media/`
"""
