"""There is feedback for a partly right answer, and no answer is partly right.

**Why.** With one right answer there is only right and wrong, so this text is never shown. What it explains is worth
saying somewhere else.

**Subject:** questions. **Severity:** hint.

**Bad:** `feedback: {partly: …}` in a question with one right option
**Good:** `partly` left out, its thought in `explanation`; or several right options, if several are
"""
