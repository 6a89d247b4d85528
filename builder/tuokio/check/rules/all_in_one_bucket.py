"""All things to sort belong to one bucket.

**Why.** Whoever places the first thing rightly knows the rest, so only one thing is asked, whatever the number of things.
Learners notice, and stop reading them.

**Subject:** questions. **Severity:** error.

**Bad:** `Mine: [Cold coffee, Wrong cake]` and `The manager's: []`
**Good:** a thing or two for every bucket, best such as people really put into the wrong one
"""
