"""`replaces` or `retired` names something that no version had.

**Why.** Nothing is carried over. Mostly the id is misspelt, and then the results that should be kept are not.

**Subject:** publishing. **Severity:** hint, when publishing.

**Bad:** `replaces: retrun-time`
**Good:** `replaces: return-time`; remove it, if what it names was never published
"""
