"""A person under `people` speaks in no scene.

**Why.** Learners never meet them. Mostly `who` is missing from the scene in which they were to speak, and the customer
seems to say their words.

**Subject:** conversations. **Severity:** hint.

**Bad:** `people: {manager: …}`, and no scene with `who: manager`
**Good:** `who: manager` in the scene where they speak; or remove them
"""
