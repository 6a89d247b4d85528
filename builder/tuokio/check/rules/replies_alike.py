"""Two replies of a scene lead to the same and get the same feedback.

**Why.** A choice that changes nothing teaches that choosing does not matter. Replies that end alike may stay, if the feedback of
each says why it went so.

**Subject:** conversations. **Severity:** warning. **Source:** NBME's guide on writing items: every distractor is wrong for a reason of its own.

**Bad:** two replies with the same `mood`, `right`, `to` and `feedback`
**Good:** `feedback: It puts the blame on them.` and `feedback: It promises nothing.`
"""
