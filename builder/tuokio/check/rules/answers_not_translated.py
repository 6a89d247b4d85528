"""In a translated question, what learners type or fill in is still in the source's language.

**Why.** Somebody who reads the question in their own language would have to answer in another one, and be told that their word
is wrong. So Tuokio shows the whole question in the source's language until that is translated, too.

**Subject:** questions. **Severity:** warning.

**Bad:** a Finnish translation with `question`, but without `answers`
**Good:** `answers: [kuitti, ostokuitti]`, and for gaps the whole text under `blanks`. Words that are the same in both languages
are written again
"""
