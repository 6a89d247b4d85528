"""Something stands many levels deep inside something else.

**Why.** Nothing that a course needs is so deep, so it is a mistake of the keyboard or a file made to keep a computer busy.
It is not read, whatever it holds.

**Subject:** keys. **Severity:** error.

**Bad:** a list in a list in a list, twenty times over, as when a row of `- - - -` was typed for a line
**Good:** keys indented by two spaces, as in the examples of the handbook
"""
