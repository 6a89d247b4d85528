"""This is not one mail address.

**Why.** It is what a draft to whoever answers is made out to. With a mistake in it the mail would not arrive, and the
learner would believe that it did.

**Subject:** keys. **Severity:** error; a warning in course.yaml and at the top of a module, where it is left out and the rest is kept.

**Bad:** `mail: products(at)example.com`
**Good:** `mail: products@example.com`, or the key left out; then the text is copied
"""
