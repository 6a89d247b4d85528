"""A deck for the pair game has fewer than six customers.

**Why.** Two people who play it twice would meet the same customer again at once, and know what comes.

**Subject:** conversations. **Severity:** hint. **Source:** the pair game's own design: nobody comes twice within six cards.

**Bad:** two customers
**Good:** six at least, of whom one in five is calm or kind
"""
