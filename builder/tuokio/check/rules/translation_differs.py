"""A translation says otherwise what holds for every language.

**Why.** Numbers, right answers, order and ids are the source's, so that results mean the same in every language. Where
this differs, the source holds. Texts that are to be told apart in the source have to be told apart here too, and the
same stays the same.

**Subject:** languages. **Severity:** warning.

**Bad:** `minutes: 20` in `02-returns.en.md` and `minutes: 15` in its source
**Good:** texts alone: remove the key from the translation; change it in the source if it is wrong there
"""
