"""A scene ends the conversation and has replies as well.

**Why.** It can be only one of the two. Tuokio does not choose: without the replies a part of the talk may be missing, without
the end nobody may come to one.

**Subject:** conversations. **Severity:** error.

**Bad:** a scene with `end: mixed` and `replies`
**Good:** the scene with its `replies`, each leading on with `to`, and a scene of its own with the `end` and what the customer
says last
"""
