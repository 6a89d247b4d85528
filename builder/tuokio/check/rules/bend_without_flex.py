"""A case lets a rule bend, but the rule does not say how far it bends.

**Why.** Whoever answers is told that it bends here, and cannot know whether it would elsewhere. The next customer gets a guess.

**Subject:** blocks. **Severity:** hint.

**Bad:** `cases: [{case: The receipt is lost, bend: true}]` under a rule without `flex`
**Good:** `flex: Any trace of the purchase will do, such as a card payment.`
"""
