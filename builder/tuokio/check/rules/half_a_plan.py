"""A plan has suggestions for one of its halves and none for the other.

**Why.** A plan is one sentence, when this happens, then I do that. Many find it hard to write their own half without having
seen one, and leave it empty.

**Subject:** blocks. **Severity:** hint.

**Bad:** `when: [the queue grows]` without `then`
**Good:** `when: [the queue grows]` and `then: [I look up and greet the next one]`
"""
