"""A reflection asks more than four questions.

**Why.** On a phone a long list looks like a form, and learners leave all of it empty. One question that matters to them
is answered.

**Subject:** blocks. **Severity:** warning.

**Bad:** `prompts:` with seven questions
**Good:** the one to four that matter most; others can stand in a later step
"""
