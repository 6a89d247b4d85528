"""Limits are given for a role that is not among the `roles`.

**Why.** The limit would stand in no column of the table. Mostly the role's name is written in two ways.

**Subject:** blocks. **Severity:** error; a warning in a translation.

**Bad:** `limits: {Manager: 50 €}`, where `roles` has `Shift manager`
**Good:** `Shift manager: 50 €`; in a translation the role as it is called there
"""
