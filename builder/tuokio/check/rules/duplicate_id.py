"""Two blocks, steps, modules, options or cards have the same id.

**Why.** Learners' records name what they did by its id, so what was done in one would count in the other.

**Subject:** keys. **Severity:** error. **Source:** the promise that updating a course never erases what learners did.

**Bad:** a question copied with its id.
**Good:** another `id` in the copy, or none: `tuokio check --fix` writes one.
"""
