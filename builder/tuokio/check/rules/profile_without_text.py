"""A strength has a name and says nothing more.

**Why.** A name alone is a label, and a label sticks. What helps is to read what a way of working gives to others and
what to watch in it.

**Subject:** blocks. **Severity:** warning.

**Bad:** `listening: {name: Listening first, of: [calm, wait]}`
**Good:** the same with `text: People feel heard. Say aloud at times what you are doing.`
"""
