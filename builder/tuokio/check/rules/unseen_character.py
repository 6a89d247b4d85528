"""There is a character that nobody can see.

**Why.** Programs leave such signs behind when texts are copied. Learners get a space there, perhaps in the middle of a
word, and a search does not find it.

**Subject:** text. **Severity:** warning.

**Bad:** a text copied from a PDF or an old till system, with a sign of that program in it
**Good:** delete what is around the place and type it anew
"""
