"""Nothing tells what kind of question this is, or two keys tell different ones.

**Why.** One key makes the kind: `options` a choice, `statement` true or false, `number` a number to type. Without one,
or with two of them, nobody can say what learners are to do, so there is no question to show. In an imported list a type
that is not known is told by what the row holds.

**Subject:** questions. **Severity:** error.

**Bad:** `question:` with `optons:`; `options:` and `answers:` in one question; `type: multiplechoice`
**Good:** one key that tells the kind, and no `type`: it is hardly ever needed
"""

ALSO = ("two-kinds", "unknown-type")
