"""A text begins with one kind of quotation mark and ends with another.

**Why.** Only the straight mark holds a text together for Tuokio. Word processors bend one of two marks, and then the text
has no end, or learners see a mark too many.

**Subject:** keys. **Severity:** error; hint where both are bent and the text can be read all the same.

**Bad:** a straight mark before `I will see` and a bent one behind it
**Good:** `text: "I will see"`, or no marks at all
"""
