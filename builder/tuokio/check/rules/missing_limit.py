"""What one of the roles may promise in this situation is not said.

**Why.** In the table a cell would stay empty, and just whoever has that role would not know what to say to the
customer.

**Subject:** blocks. **Severity:** error.

**Bad:** `limits: {Shop assistant: 20 €}`, where `roles` has a shift manager too
**Good:** a limit for each role: a number with its unit, `true` where there is none, `false` where nothing may be
promised
"""
