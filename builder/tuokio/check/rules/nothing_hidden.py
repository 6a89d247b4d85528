"""A customer's card lacks what is behind the errand, or what would be right.

**Why.** Who plays the customer keeps back what comes out only if one asks: so asking pays. And without a word on what
is right, the two can only judge whether it was pleasant.

**Subject:** conversations. **Severity:** hint.

**Bad:** a card with `errand` alone
**Good:** `hidden: It is a present, and the birthday is tomorrow.` and `right: The order can be moved until six today.`
"""

ALSO = ("unsaid-right",)
