"""All cases of a rule have the same answer.

**Why.** The rule says how far it bends, but its cases show one side only. Whoever has met two of them answers the third without
reading it, and learns that the rule always bends, or never does.

**Subject:** blocks. **Severity:** hint.

**Bad:** three cases with `bend: true`
**Good:** also a case with `bend: false`, close to the limit: that is where one has to think
"""
