"""A key is missing without which this cannot be shown.

**Why.** A question without its text, or an example without what went well, has nothing to show. It is not guessed, since a
wrong guess would be taught.

**Subject:** keys. **Severity:** error.

**Bad:** an option with `correct: true` and no `text:`
**Good:** both, `text: I look for the card payment.` and `correct: true`
"""
