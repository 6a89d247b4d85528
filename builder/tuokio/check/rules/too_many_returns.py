"""More than three different things come back later in one conversation.

**Why.** Each thing that returns multiplies the ways a conversation can go. With more than three nobody can look through
them all any more, and learners no longer see which reply brought what about.

**Subject:** conversations. **Severity:** error.

**Bad:** `returns:` with four replies, each to another scene
**Good:** the one or two that matter most; the others in a second conversation
"""
