"""A footnote is written, and no text refers to it.

**Why.** Learners see a note only where a mark leads to it, so this one is not shown at all.

**Subject:** text. **Severity:** hint.

**Bad:** `[^law]: Consumer Protection Act` and no `[^law]` in the text
**Good:** `[^law]` behind the sentence it belongs to; or remove the note
"""
