"""An example or a suggestion is longer than what learners are to write themselves.

**Why.** People take from an example how much is expected. A long one makes them leave the field empty. Room for a success is
240 characters with its reason, and a suggestion for a plan is part of one sentence, 90 at most.

**Subject:** blocks. **Severity:** hint.

**Bad:** a success story with names, times and a lesson at the end
**Good:** `{what: A customer waited and I told her how long, because: Knowing is easier than waiting}`, and `then: [I look up
and greet]`
"""

ALSO = ("long-suggestion",)
