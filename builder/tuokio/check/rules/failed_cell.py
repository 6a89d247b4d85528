"""A cell holds a formula that has no result, or an error such as #NAME?.

**Why.** A text that begins with = or - is taken for a formula, and what was typed is not in the cell any more. The row is left
out, so that no question with a piece missing gets into the course.

**Subject:** exchange. **Severity:** warning.

**Bad:** `-none of these` typed as an option, which became `#NAME?`; a formula that looks up what is no longer there
**Good:** the cell formatted as Text and typed anew, or the formula mended. If there is only no result yet, open the file in
Excel or LibreOffice and save it
"""
