"""A row with a single short text was taken for a heading.

**Why.** The questions below it come under that heading in the module. If it was a question whose answers were
forgotten, it is missing now.

**Subject:** exchange. **Severity:** hint, when importing.

**Bad:** a row with `Returns at the till` and nothing beside it that was to be a question
**Good:** its options and the right answer beside it; nothing to do for a heading
"""
