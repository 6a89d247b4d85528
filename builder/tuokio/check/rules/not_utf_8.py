"""The file is saved in an encoding that cannot be read without guessing.

**Why.** Its letters would come out wrong, and not only the ones you see at once.

**Subject:** files. **Severity:** error.

**Bad:** a file saved as ANSI or as UTF-16
**Good:** the same file saved as UTF-8: in Notepad, Save as, Encoding
"""
