"""A step that was published is not there any more.

**Why.** A step's id is made of its heading. With the heading worded anew it gets a new id, and whoever had read the
step is shown it as a new one.

**Subject:** publishing. **Severity:** hint, when publishing.

**Bad:** `## The receipt` became `## What a receipt tells`
**Good:** `## What a receipt tells {#the-receipt}`, with the id it had; nothing, if it is a new step
"""
