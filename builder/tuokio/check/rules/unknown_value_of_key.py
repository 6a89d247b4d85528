"""A key has a word that is none of those it can have.

**Why.** What such a key does depends on a few known words. Another word cannot be obeyed, and Tuokio does not guess what
was meant.

**Subject:** keys. **Severity:** error; a warning in course.yaml and at the top of a module, where it is left out and the rest is kept.

**Bad:** `force: company` in a rule
**Good:** `force: house`; the message lists the words that are known
"""
