"""This is not a Markdown file.

**Why.** Only Markdown can be read as a module. A document of a word processor holds much besides its text.

**Subject:** files. **Severity:** error.

**Bad:** `tuokio build returns.docx`
**Good:** the text copied into `returns.md`
"""
