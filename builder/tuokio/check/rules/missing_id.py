"""A question, block, step, module or course has no id of its own.

**Why.** Learners' records name what they did by its id. Without one it is named by its words, and a better wording would lose what they did.

**Subject:** keys. **Severity:** hint; a warning when publishing. **Source:** the promise that updating a course never erases what learners did.

**Bad:** a `quiz` block without `id`, in a course that people have taken.
**Good:** `id: unopened-20-days`. `tuokio check --fix` writes the ids that are missing.
"""
