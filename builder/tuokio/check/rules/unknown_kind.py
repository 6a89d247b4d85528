"""The fence `example` names a kind of block that does not exist.

**Why.** It shows a kind's own example, as the handbook does. Without the kind there is none.

**Subject:** keys. **Severity:** error.

**Bad:** `example choise`
**Good:** `example choice`
"""
