"""A highlighted note is not written as Tuokio writes one.

**Why.** Notes that stand out are known by five words. With another word, or in the form other programs use, learners
see brackets or colons, and the important thing looks like a slip.

**Subject:** text. **Severity:** hint; a warning for colons.

**Bad:** `> [!INFO]`, or `:::warning` above the text
**Good:** `> [!NOTE]` and `> ` before each line; also `TIP`, `IMPORTANT`, `WARNING`, `CAUTION`
"""

ALSO = ("unread-note",)
