"""A product card does not say whom the product suits, or whom it does not.

**Why.** Who knows whom a product does not suit sells the one that does, and has fewer returns. Each of the two makes a
question of its own for learners, too.

**Subject:** blocks. **Severity:** hint.

**Bad:** a card with `benefit:` and `for:`, and no `not_for:`
**Good:** `for: Whoever walks a lot in rain.` and `not_for: Whoever needs to run in them.`
"""
