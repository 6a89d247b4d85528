"""There is no space after the signs of a heading or a list, so learners see them as text.

**Why.** Headings and lists are known by a sign and a space. Without it, a heading stands in the text as `##Returns`, no step
begins there, and the lines of a list run together into one.

**Subject:** text. **Severity:** warning; hint for a list, since lines may begin with a hyphen on purpose.

**Bad:** `##Returns`, or `-Greet` above `-Listen`
**Good:** `## Returns`, and `- Greet` above `- Listen`. Lines that are no list: an empty line between them
"""

ALSO = ("list-without-space",)
