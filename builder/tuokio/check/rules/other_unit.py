"""Two limits of a situation are measured in different units.

**Why.** Learners are asked whose limit is enough for an amount. Euros and per cent, or days and weeks, cannot be set
side by side.

**Subject:** blocks. **Severity:** error.

**Bad:** `{Shop assistant: 7 days, Shift manager: 2 weeks}`
**Good:** `{Shop assistant: 7 days, Shift manager: 14 days}`; beside a 1 the unit may have another form, `1 day`
"""
