"""A deck has one card only.

**Why.** Questions on a deck let learners choose among its cards. With one there is nothing to choose, so all that can be asked
is what stands on the back, and learners judge for themselves whether they knew it.

**Subject:** blocks. **Severity:** hint.

**Bad:** a deck with `Latte` alone
**Good:** also `Cappuccino` and `Flat white`: what one easily takes for it. What is only to be read can stand in the text
"""
