"""A template of your theme does not work.

**Why.** A template replaces a part of the page. It calls for something that is not there, has a slip in its own language, or is
not saved as UTF-8. An unfinished page would be worse than none, so it stops the build.

**Subject:** brand. **Severity:** error.

**Bad:** a name in it that the template it replaces does not have, such as a misspelt `course.titel`
**Good:** compare it with the template it replaces: what that one uses is known there. Without the file, Tuokio's own template
is used
"""
