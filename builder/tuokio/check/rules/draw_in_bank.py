"""A bank draws questions from another bank.

**Why.** A bank is a list of questions, and a draw belongs where they are asked: one can see there how many. So it is left out,
and the other questions stay.

**Subject:** course. **Severity:** warning.

**Bad:** `draw: 3` and `from: products` in an entry of `banks/service.yaml`
**Good:** where the questions are asked: `from: [service, products]`
"""
