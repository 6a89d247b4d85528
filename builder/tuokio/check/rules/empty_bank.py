"""A bank of questions has no question yet.

**Why.** A module that draws from it has nothing to ask, and learners would meet fewer questions than you mean.

**Subject:** course. **Severity:** warning.

**Bad:** `banks/returns.yaml` with a remark and nothing else
**Good:** its first question, as a list entry that begins with `- question:`; or remove the file until there is one
"""
