"""A side of a card is empty.

**Why.** A card asks with one side and answers with the other. With a side missing, nothing is asked or nothing is learnt, and
the card comes back in review for weeks.

**Subject:** blocks. **Severity:** error.

**Bad:** `{front: Latte}`, or an empty `situation` with a `phrase`
**Good:** `{front: Latte, back: Espresso and much steamed milk}`; or remove the card until you know what it says
"""

ALSO = ("card-without-front",)
