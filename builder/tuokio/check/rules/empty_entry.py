"""An entry of a list is there, but nothing is written in it.

**Why.** A learner would meet an empty line, a card without words or an option that nobody can choose, and could not tell
whether something is missing. Often the text was meant to follow and was forgotten, or a hyphen was left behind when a line was
removed.

**Subject:** blocks. **Severity:** error.

**Bad:** `- text: ""`, or a line with a hyphen alone
**Good:** `- text: I look for the purchase by its card payment.`, or the line taken out
"""

ALSO = (
    "empty-answer",
    "empty-area",
    "empty-bucket",
    "empty-case",
    "empty-checklist",
    "empty-criterion",
    "empty-customer",
    "empty-details",
    "empty-errand",
    "empty-example",
    "empty-extra",
    "empty-gap",
    "empty-item",
    "empty-label",
    "empty-mood",
    "empty-option",
    "empty-pair",
    "empty-point",
    "empty-prompt",
    "empty-question",
    "empty-region",
    "empty-reply",
    "empty-role",
    "empty-scene",
    "empty-situation",
    "empty-starter",
    "empty-statement",
    "empty-suggestion",
    "empty-tab",
    "empty-thing",
    "empty-title",
    "empty-topic",
    "empty-twist",
)
