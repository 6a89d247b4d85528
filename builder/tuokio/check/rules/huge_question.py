"""A question to be imported is far longer than any question, so it was left out.

**Why.** Over 60,000 signs, or 20,000 in one cell of a sheet, are no question. Mostly its end is missing, such as a closing
quotation mark, so that all the questions after it were read as part of it.

**Subject:** exchange. **Severity:** warning.

**Bad:** a cell that begins with a quotation mark that is never closed
**Good:** the mark closed where the question ends, and the file imported once more: look whether the questions after it came
along
"""

ALSO = ("huge-cell",)
