"""A file among the banks is not a bank.

**Why.** A question bank is a YAML file. This one is passed over, so no draw can take questions from it.

**Subject:** files. **Severity:** hint.

**Bad:** `banks/returns.docx`
**Good:** `banks/returns.yaml`; `tuokio import` makes one of questions in other formats
"""
