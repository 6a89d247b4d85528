"""Texts between the questions stand as remarks in a bank.

**Why.** A bank holds questions and nothing else, so learners do not see these texts.

**Subject:** exchange. **Severity:** hint, when importing.

**Bad:** `tuokio import --bank` of a file with instructions between its questions
**Good:** import without `--bank`, if learners need the texts
"""
