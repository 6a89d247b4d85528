"""None of the regions of a picture is marked correct.

**Why.** Whatever learners press is wrong, and nothing tells them that it is the question's fault.

**Subject:** questions. **Severity:** error.

**Bad:** three `regions` with `text` and `at` alone
**Good:** `correct: true` under the right one, or under several
"""
