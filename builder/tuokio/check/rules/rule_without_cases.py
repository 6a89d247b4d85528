"""A rule has no cases to practise on.

**Why.** To know a rule is not to know when it bends. Without cases learners are only asked whether it ever does; with
them they judge situations such as they meet at work.

**Subject:** blocks. **Severity:** hint.

**Bad:** `rule:` and `why:` alone
**Good:** `cases:` with two or three situations, some with `bend: true` and some with `bend: false`
"""
