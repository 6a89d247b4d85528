"""Two entries of a list say the same.

**Why.** Learners would look for a difference that is not there, and where one of the two is right, whoever took the other is
told it was wrong. Mostly an entry was copied to be changed, and was not. Capital letters, spaces and the sign at the end make no
difference.

**Subject:** blocks. **Severity:** error.

**Bad:** `- Greet first` and, three lines on, `- Greet first.`
**Good:** `- Greet first` and `- Listen to the end`: each entry says something that no other does
"""

ALSO = (
    "identical-answers",
    "identical-buckets",
    "identical-cases",
    "identical-criteria",
    "identical-customers",
    "identical-extras",
    "identical-items",
    "identical-labels",
    "identical-moods",
    "identical-pairs",
    "identical-points",
    "identical-prompts",
    "identical-regions",
    "identical-replies",
    "identical-roles",
    "identical-situations",
    "identical-statements",
    "identical-suggestions",
    "identical-tabs",
    "identical-things",
    "identical-topics",
    "identical-twists",
)
