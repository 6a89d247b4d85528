"""A recording tells where it was made.

**Why.** Phones write the place into the file. Whoever looks into it finds your shop, or the home of whoever recorded
it.

**Subject:** pictures. **Severity:** hint.

**Bad:** a video straight from a phone that knows where it is
**Good:** nothing to do, if that may be known; else save it anew with HandBrake and leave out Passthru Common Metadata
under Summary
"""
