"""Nobody comes to a scene of a conversation.

**Why.** What stands in it was written for nobody. Mostly a reply was meant to lead there, or the mood never falls or rises so
far.

**Subject:** conversations. **Severity:** warning. **Source:** graph of the conversation: every scene, mood and what waits.

**Bad:** a scene `offers-tea` that no reply names
**Good:** `to: offers-tea` in a reply
"""
