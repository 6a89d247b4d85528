"""Where a question comes from, capital and small letters made a difference, and here they do not.

**Why.** In a course `Receipt` and `receipt` are the same answer, so that nobody is wrong for a slip of the keyboard. If the
capital letter was what you asked about, the question asks nothing any more.

**Subject:** exchange. **Severity:** hint.

**Bad:** `How do you write the name of our shop?` with an answer to type
**Good:** the same as a question with options, `Kahvila Aalto` and `kahvila aalto`. In all other cases nothing need be done
"""
