"""A reply has no feedback.

**Why.** Learners see the customer react and must guess why. Most is learnt from the sentence that says what was kind
and what was right in the reply, or what was lacking.

**Subject:** conversations. **Severity:** warning.

**Bad:** `{text: That is what the rule says., to: leaves}`
**Good:** the same with `feedback: A rule without its reason sounds like an excuse.`
"""
