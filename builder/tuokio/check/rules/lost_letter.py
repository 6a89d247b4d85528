"""There is a sign for a letter that could not be read.

**Why.** The letter itself is gone: a program did not understand it and put a sign in its place. Learners see the sign.

**Subject:** files. **Severity:** warning.

**Bad:** a diamond with a question mark in the middle of a word
**Good:** the letter typed anew, and the rest of the file looked through for others
"""
