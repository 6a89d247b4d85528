"""A `<quiz>` is not closed, or has two lists in it.

**Why.** Between `<quiz>` and `</quiz>` stands one question. A second list was taken for a question of its own, and an
end that is missing may have swallowed what follows.

**Subject:** exchange. **Severity:** warning; a hint for a second list.

**Bad:** `<quiz>` with two lists, or without an end
**Good:** `</quiz>` below each question, and a `<quiz>` before the next
"""

ALSO = ("unclosed-quiz",)
