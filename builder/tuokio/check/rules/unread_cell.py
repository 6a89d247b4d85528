"""A number beside a question cannot be read, so it was left out.

**Why.** The question came in without it: with one point, or without leeway for a number. Results may differ from what
you meant.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** `a few` under points; `about 5` under tolerance
**Good:** `2`; `0,1` or `5%`
"""
