"""A change stands below an older one.

**Why.** The ledger reads as a history with the newest on top, where authors write and look. Learners see it sorted by
date all the same.

**Subject:** publishing. **Severity:** hint.

**Bad:** an entry of May above one of September
**Good:** new entries first under `changes:`
"""
