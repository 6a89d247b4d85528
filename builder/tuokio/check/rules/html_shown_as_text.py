"""HTML stands in a text, and HTML is off.

**Why.** Learners see the signs themselves: `<b>now</b>`.

**Subject:** text. **Severity:** hint. **Source:** as Markdown is read without HTML.

**Bad:** `Press <b>Pay</b>.`
**Good:** `Press **Pay**.`, or `html: true` in course.yaml
"""
