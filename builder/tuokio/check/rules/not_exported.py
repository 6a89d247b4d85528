"""A question was left out of the exported file.

**Why.** The other format has no question like it. Your course keeps it; only the file lacks it.

**Subject:** exchange. **Severity:** warning, when exporting.

**Bad:** a choice on a picture; a text with several gaps in GIFT
**Good:** `tuokio export --format moodle` for gaps; else ask the same by options, pairs or a list in order
"""
