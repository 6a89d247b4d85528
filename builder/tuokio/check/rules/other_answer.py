"""Another answer is right than in the version before, and old results go on.

**Why.** Whoever answered before was told the opposite. As a `typo` or as `clarified` they keep their result and are not
asked again, and may go on working by what was right then.

**Subject:** publishing. **Severity:** hint, when publishing.

**Bad:** `correct: true` moved to another option, with `kind: typo`
**Good:** `kind: changed`, if what they learnt is wrong now; nothing, if their results may stand
"""
