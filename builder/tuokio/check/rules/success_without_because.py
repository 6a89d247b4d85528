"""An example of something that went well does not say why.

**Why.** Learners are asked to say what made their own success work. Without a model they write what happened and not
why, and others cannot do the same.

**Subject:** blocks. **Severity:** error.

**Bad:** `{what: A regular thanked me.}`
**Good:** `{what: A regular thanked me., because: I had asked how her exam went.}`
"""
