"""In a scene there is a single reply, so there is nothing to choose.

**Why.** Learners just press on, and think no further. That is well where the talk only has to go on; where something is
decided, they need another way to go.

**Subject:** conversations. **Severity:** hint.

**Bad:** one entry under `replies:`
**Good:** a second reply that sounds sensible and leads elsewhere; or leave it, where learners are only to go on
"""
