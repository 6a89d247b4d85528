"""Two options of a question say the same.

**Why.** If one is right, so is the other, and whoever chose that is told it was wrong. Capital letters, spaces, quotation marks, emphasis and
the sign at the end make no difference, for nobody hears them.

**Subject:** questions. **Severity:** error. **Source:** Haladyna, Downing & Rodriguez 2002: options are distinct.

**Bad:** `options: [A refund, A voucher, a refund.]`
**Good:** `options: [A refund, A voucher, A repair]`
"""
