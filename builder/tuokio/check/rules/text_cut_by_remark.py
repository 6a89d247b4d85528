"""What follows a `#` with a space before it is not shown to learners.

**Why.** There a remark for authors begins. If it was meant as text, as in a number of an order, half of the sentence is
missing on the page, and nothing else shows it.

**Subject:** keys. **Severity:** hint.

**Bad:** `text: I ask for order #12`
**Good:** `text: "I ask for order #12"`, or two spaces before a real remark
"""
