"""Two examples of a success are the same.

**Why.** Examples show how different small successes can be. One that is there twice says that there is only one kind.

**Subject:** blocks. **Severity:** warning.

**Bad:** `what: I stayed calm` twice in a list of three
**Good:** one of them told of another situation: a question asked in time, help called for, a mistake put right
"""
