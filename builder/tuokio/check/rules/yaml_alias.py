"""A text begins with `*` or `&`, which in YAML names another value.

**Why.** It would be replaced by something else or refused. A small file can also be made to grow to millions of values that way.

**Subject:** keys. **Severity:** error. **Source:** YAML 1.2, aliases and anchors; they are not used here.

**Bad:** `explanation: *organic means grown without artificial fertiliser.`
**Good:** `explanation: "*organic means grown without artificial fertiliser."`
"""
