"""A number can be read in two ways, as thousands or as decimals.

**Why.** In some languages 1.500 is one thousand five hundred, in others one and a half. Tuokio does not guess: learners would
be told that a right answer is wrong, or that they may promise a thousand times too much.

**Subject:** questions. **Severity:** error.

**Bad:** `number: 1.500`, or a limit of `1,500 €`
**Good:** `number: 1500`, or `number: 1.5`. Leave out what parts thousands; the message gives both readings to copy
"""
