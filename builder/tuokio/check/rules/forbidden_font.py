"""A font says that it may not be passed on, so it is left out.

**Why.** A course carries its fonts with it: whoever gets the course gets them, too. A font's file tells what its maker allows,
and this one does not allow that. Learners see a font of their device instead.

**Subject:** brand. **Severity:** warning.

**Bad:** a font copied from an office program's folder into the theme
**Good:** a web licence and file from its maker, or a free font: those under the SIL Open Font License may be passed on
"""
