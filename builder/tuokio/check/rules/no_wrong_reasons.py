"""There is no second reason to choose from.

**Why.** Learners are asked why the rule is there, among reasons that sound right. Alone in its module and without
`not_why`, a rule has but its own reason, so only whether it bends is asked.

**Subject:** blocks. **Severity:** hint.

**Bad:** one rule in a module, with `why` alone
**Good:** `not_why: [Because the till cannot do it., Because others would ask too.]`, reasons that people really give
"""
