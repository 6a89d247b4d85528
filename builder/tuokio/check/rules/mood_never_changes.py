"""In a conversation no reply changes the mood, or none is right.

**Why.** Each reply counts twice: how it makes the customer feel (`mood`) and whether it is right (`right`). If one of
the two is the same in all replies, learners only practise the other. Service needs both.

**Subject:** conversations. **Severity:** warning.

**Bad:** `mood: +1` with several replies, and `right` with none
**Good:** both of a reply that is kind and wrong, such as `mood: +1` and `right: 0`, and others for what is right and
curt
"""

ALSO = ("nothing-right",)
