"""A text or a block has changed, and learners are not told.

**Why.** Whoever has read it need not read it again, which is right for better wording. If what they learnt is wrong
now, they should hear of it.

**Subject:** publishing. **Severity:** hint, when publishing.

**Bad:** 14 days became 30 in a text that hundreds have read, without an entry
**Good:** first under `changes:` in the module, `- {date: 2026-11-01, of: the-step, kind: changed, note: Returns within
30 days.}`
"""
