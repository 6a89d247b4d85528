"""An imported question has nothing to choose from, or nothing to put in order or in pairs.

**Why.** Learners could not answer it, so it was left out. The other questions came in.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** a question of the type `order` with one thing; `match` with cells that have no `=`
**Good:** each option in a column of its own, or in a line that begins with `A)` or `- [ ]`; each pair as `Receipt =
proves the purchase`
"""

ALSO = ("no-pairs",)
