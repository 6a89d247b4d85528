"""A text has a name in double braces that the course does not define.

**Why.** Such names stand for words that change, such as your company's name or the days of a return. An unknown one cannot
be replaced, and learners would see the braces.

**Subject:** keys. **Severity:** error.

**Bad:** `{{ compny }}` where `course.yaml` has `values: {company: Corner Café}`
**Good:** `{{ company }}`, or the name added under `values` in `course.yaml`
"""
