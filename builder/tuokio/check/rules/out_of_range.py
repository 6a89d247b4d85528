"""A number is larger or smaller than what makes sense here.

**Why.** A share above 100 per cent, a mood of 40 or a negative tolerance cannot be shown or reckoned with. Mostly a sign or
a per cent mark was left out.

**Subject:** keys. **Severity:** error; a warning in course.yaml, at the top of a module and in theme.yaml.

**Bad:** `mastery: 800%`
**Good:** `mastery: 80%`
"""
