"""A reflection has a list with one question in it.

**Why.** Nothing breaks. A list tells whoever edits the course next that more was meant to follow, and `prompt` already
is the place for one question.

**Subject:** blocks. **Severity:** hint.

**Bad:** a reflection with one line under `prompts:`
**Good:** the question itself as `prompt: When did I last ask before I offered?`; or a second one in the list
"""
