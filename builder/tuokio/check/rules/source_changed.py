"""The source changed while a sheet was being translated.

**Why.** The translation is written, but it is of the older wording, and may say what is not so any more.

**Subject:** languages. **Severity:** hint.

**Bad:** a sheet that came back after two weeks, in which the return time was changed
**Good:** export again: the text is shown there as changed; mend it if need be, and import
"""
