"""A text stands where a list or keys are expected, or the other way round.

**Why.** Each key has a shape: one text, a list of entries that begin with a hyphen, or keys of its own. In another shape it
cannot be told which part is what, and something would be lost.

**Subject:** keys. **Severity:** error; a warning in course.yaml and at the top of a module, where it is left out and the rest is kept.

**Bad:** `options: Yes or no`
**Good:** `options:` and below it `- text: Yes` and `- text: No`, each on a line of its own; the message shows the shape
with your own words
"""
