"""A scene of a conversation has neither replies nor an end.

**Why.** The learner gets stuck there, and the conversation never counts as done.

**Subject:** conversations. **Severity:** error. **Source:** graph of the conversation.

**Bad:** `walks-out: {says: I am leaving.}`
**Good:** `walks-out: {says: I am leaving., end: bad}`
"""
