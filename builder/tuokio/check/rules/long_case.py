"""A case for a team session is longer than a card has room for.

**Why.** Cases are read aloud and sorted in a few minutes. Over about 420 characters half of the time goes on reading, and
details may tell who the customer or the colleague was.

**Subject:** blocks. **Severity:** warning.

**Bad:** a case that tells the whole afternoon
**Good:** `The parcel was promised for Friday and came on Monday. The customer asked three times.` What was said, and what
happened
"""
