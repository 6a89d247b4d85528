"""A reply leads to a scene that is not there, or the conversation begins with one.

**Why.** Whoever chose that reply would get no further. Mostly the scene was renamed and the reply was not, or an end
was named before it was written.

**Subject:** conversations. **Severity:** error.

**Bad:** `to: new-cpu`, where the scene is `new-cup`; `to: good`
**Good:** `to: new-cup`; an end is a scene of its own, `thanks: {says: Thank you!, end: good}`
"""
