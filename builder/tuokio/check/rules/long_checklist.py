"""A checklist has more than twelve things on it.

**Why.** It is gone through in a moment, before a shift or a call. What takes longer is ticked without looking, the important
things with the others.

**Subject:** blocks. **Severity:** warning.

**Bad:** a list of twenty things to do before opening
**Good:** the twelve that matter most, or fewer; or two lists for two moments, such as opening and closing
"""
