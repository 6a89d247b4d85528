"""Cards have no ids of their own.

**Why.** Learners' records name a card by its id. Where you wrote none, it is made of the card's text: reword it, and the card
counts as never met, so review begins anew for everybody who knew it.

**Subject:** blocks. **Severity:** hint.

**Bad:** `- {front: Latte, back: Espresso and much milk}`
**Good:** `- {id: latte, front: Latte, back: Espresso and much milk}`. An id stays when the text changes; the message proposes
one
"""
