"""Options have other ids than in the version that learners have.

**Why.** Records name what was chosen by these ids. Where you give none they are a, b, c in your order, so an option put
in between moves all those below it, and an old answer would mean another option.

**Subject:** publishing. **Severity:** error, when publishing.

**Bad:** a new option written between two others, without ids
**Good:** new options last; or `id: b` with the one that was `b`. If the question is another one now, an entry with
`kind: changed`
"""
