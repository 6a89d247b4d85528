"""A link or a picture is not read as one, so learners see its brackets.

**Why.** Between the words and the address there is nothing, not even a space, and an address with spaces in it stands
between angle brackets. Else nobody can follow the link.

**Subject:** text. **Severity:** warning.

**Bad:** `[The list] (https://example.com)`, `[Prices](media/price list.pdf)`
**Good:** `[The list](https://example.com)`, `[Prices](<media/price list.pdf>)`
"""
