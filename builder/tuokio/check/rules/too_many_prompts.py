"""A slip asks more than six questions.

**Why.** It is filled in at work, between two customers. Who sees a long form puts it off, and what was noticed is
forgotten.

**Subject:** blocks. **Severity:** warning.

**Bad:** `prompts:` with eight questions
**Good:** `prompts: [What happened?, What would help?]`, or none: the usual three are asked then
"""
