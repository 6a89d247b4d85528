"""A strength is said to rest on a statement that the scale does not have.

**Why.** Strengths under `profiles` name their statements by id, so that learners see the strength that their own
choices speak for. A plain list of statements has no ids to name.

**Subject:** blocks. **Severity:** error.

**Bad:** `of: [calm, wiat]`, where the statement's id is `wait`
**Good:** `of: [calm, wait]`; in place of a plain list, lines such as `wait: I let people finish.`
"""
