"""A theme has a template that nothing uses.

**Why.** A theme's template takes the place of one of Tuokio's that has the same name. With another name it changes
nothing, so learners see the page as it was.

**Subject:** brand. **Severity:** warning.

**Bad:** a template `modul.html`, where Tuokio's is called otherwise
**Good:** the name of the template it is to replace, as the finding lists them; or remove the file
"""
