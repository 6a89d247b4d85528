"""All cases of a rule have the same answer.

**Why.** The rule says how far it bends, but no case shows both sides. Whoever has met two cases answers the third without
reading it, and learns that the rule always bends, or never does.

**Severity:** hint.

**Bad:** three cases with `bend: true`
**Good:** also a case with `bend: false`, close to the limit: that is where one has to think
"""
