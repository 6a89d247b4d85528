"""A rule says neither what always holds nor how far it bends.

**Why.** Whoever knows only the rule has to guess before a customer, or asks a manager each time. The limit is what lets
people decide by themselves.

**Subject:** blocks. **Severity:** warning. A law needs neither.

**Bad:** `rule: Returns within 14 days.` with a `why` alone
**Good:** `flex: With a receipt, up to 30 days.` and `hold: Never without the product.`
"""
