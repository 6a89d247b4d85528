"""This is not the short code of a language, or not one that fits here.

**Why.** Screen readers pronounce a page by this code, and browsers choose fonts and hyphenation. A sheet of
translations has to be in a language other than the course's own.

**Subject:** languages. **Severity:** error; a warning in course.yaml.

**Bad:** `languages: [Finnish, English]`; a sheet that says `Translation (xx)`
**Good:** `languages: [fi, en]`; `Translation (et)`
"""
