"""This is not a number of days.

**Why.** By it learners are asked again after a while. What cannot be counted, such as `next month`, would never come.

**Subject:** blocks. **Severity:** error.

**Bad:** `again: next week`
**Good:** `again: 7 days`, `2 weeks` or `14`; or leave the key out
"""
