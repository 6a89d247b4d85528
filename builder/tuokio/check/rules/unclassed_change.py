"""Something that earns points has changed, and nothing says whether what learners did still counts.

**Why.** A corrected letter should cost nobody a result; a new rule should be learnt again. Only you know which it is,
so publishing waits for your word. Entries under `changes:` also make the list of what is new.

**Subject:** publishing. **Severity:** error, when publishing.

**Bad:** a question worded anew, and no new entry under `changes:`
**Good:** `- {date: 2026-11-01, of: return-time, kind: clarified, note: …}`; `typo` if nobody need know, `changed` if it
is to be asked again
"""
