"""An entry under `changes:` names nothing that is in its module.

**Why.** Learners are told of a change where they met it. If nothing has this name, nobody is told, and publishing takes
the change for one without an entry.

**Subject:** publishing. **Severity:** warning.

**Bad:** `of: retrun-time`; a question of another module
**Good:** the id of a block, a step or a heading of this module, or the module's own; a bank's question in a module that
draws it
"""
