"""A line of hyphens right below a text makes a heading of that text.

**Why.** What was meant as a line across the page becomes a new step, with the last line of the text before it as its name.
Learners meet a step whose heading is a whole sentence.

**Subject:** text. **Severity:** hint.

**Bad:** `Always ask before you open a box.` with `---` on the next line
**Good:** an empty line between the two for a line across the page; `## Boxes` if a heading is meant
"""
