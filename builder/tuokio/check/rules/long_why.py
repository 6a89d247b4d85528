"""The reason for a rule is longer than one side of a card.

**Why.** The reason stands on the card's back and is one of the reasons to choose among when it is asked. Over 400 characters it
is scrolled past, and its length gives it away beside short ones.

**Subject:** blocks. **Severity:** hint.

**Bad:** a `why` with the history of the rule and what the law said before
**Good:** `why: An open box cannot be sold again as new.` The story can stand in the text around it, or under `example`
"""
