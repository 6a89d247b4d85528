"""A question of Moodle is of a kind that there is not here.

**Why.** It was left out, and the others came in.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** a question whose numbers Moodle draws anew for each learner
**Good:** ask the same by options, by pairs or by a list in order
"""
