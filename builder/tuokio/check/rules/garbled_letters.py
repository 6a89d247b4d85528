"""Letters came out as pairs of odd signs.

**Why.** Somewhere a program read the file in another encoding than it was saved in. Learners see `Ã¤` in place of `ä`, and
the search does not find the word.

**Subject:** files. **Severity:** warning.

**Bad:** `pÃ¤ivÃ¤`
**Good:** `päivä`; take the text from where it was still right, and save the file as UTF-8
"""
