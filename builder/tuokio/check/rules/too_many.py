"""There are more entries here than can be shown or answered.

**Why.** What has many parts is not taken in on a phone, and letters that name options run out. Several short questions also
tell you better what is known.

**Subject:** keys. **Severity:** error; a warning in course.yaml and at the top of a module, where it is left out and the rest is kept.

**Bad:** a text with thirty gaps
**Good:** three questions with a few gaps each
"""
