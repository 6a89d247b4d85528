"""One of the course's own phrases does not fit what Tuokio says.

**Why.** In the folder `words/` a course may word buttons and messages anew. A name that Tuokio does not have is never
shown. Where a place in braces or a form for one and many is missing, numbers would be missing in the sentence. Tuokio's
own words are shown instead.

**Subject:** languages. **Severity:** warning.

**Bad:** `contine: Weiter`; `steps-left: Noch {n}`, where it is `{count}`; one text where the language needs `one` and
`other`
**Good:** `continue: Weiter`; the same places in braces as in English, and a text for each form
"""

ALSO = ("phrase-places", "plural-forms")
