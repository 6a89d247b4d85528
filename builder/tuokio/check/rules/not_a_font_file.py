"""A font's file is not there, or holds no font that can be read.

**Why.** Learners get another font that their device has. The course stays readable, but it does not look like yours.

**Subject:** brand. **Severity:** warning.

**Bad:** `heading: Lato.woff2` without that file; a zip renamed to `.ttf`
**Good:** the unpacked `.ttf`, `.otf` or `.woff2` in the theme's folder `fonts/`, and its name as it is written there
"""

ALSO = ("no-font-file",)
