"""A translation has something that its source does not have.

**Why.** A translation gives words to what is there. What the source has not is left out, and learners of that language
do not see it; mostly an id was renamed on one side.

**Subject:** languages. **Severity:** warning.

**Bad:** a question with `id: return-days` in `02-returns.en.md` and none in `02-returns.md`
**Good:** the id as it is in the source; something new is written in the source language first
"""
