"""A value in double braces stands in what answers are compared with.

**Why.** Values are filled in in texts. Here the braces themselves would be the right answer, and nobody types them.

**Subject:** questions. **Severity:** error.

**Bad:** `answers: ['{{ return_days }} days']`
**Good:** `answers: [14 days]`; write it anew when the value changes
"""
