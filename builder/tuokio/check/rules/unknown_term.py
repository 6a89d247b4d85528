"""A term refers to another one that the glossary does not have.

**Why.** Learners would be led to nothing. Mostly it is written in another form than at the beginning of its line.

**Subject:** text. **Severity:** warning.

**Bad:** `receipt: {means: …, see: [refunds]}`, where the term is `refund`
**Good:** `see: [refund]`
"""
