"""A link leads to a module, a step or a heading that is not there.

**Why.** Learners press it and end up at the top of a module or nowhere. Mostly a file was renamed or a heading worded anew. A
text that is shown in many places, such as a question of a bank, has no headings beside it, so its links need the file's name,
too.

**Subject:** text. **Severity:** warning.

**Bad:** `[returns](02-return.md)`, where the file is called `02-returns.md`
**Good:** `[returns](02-returns.md#exchange)`. Give a step an id of its own, `## Exchange {#exchange}`, and links to it outlive
a new heading
"""
