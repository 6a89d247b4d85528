"""A card for a role play has more text than one takes in at a glance.

**Why.** The players read it between two rounds, or from a printed card in the hand. Whoever has to look up their part while
they play stops listening to the other.

**Subject:** conversations. **Severity:** hint.

**Bad:** an `errand` of more than 260 characters, or `hidden` and `right` of more than 520 together
**Good:** `errand: The cake box leaked on the bus, and the guests come at six.` What was felt and what happened; the rest can be
made up
"""
