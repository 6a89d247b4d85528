"""A file that is shown as a picture is no picture that browsers show.

**Why.** It cannot be shown. What a file is, its content says: a web page or a PDF that is called `.jpg` stays what it
was. A packed drawing (`.svgz`) opens from some web servers only.

**Subject:** pictures. **Severity:** warning.

**Bad:** `![Price list](media/prices.pdf)`, `![Logo](media/logo.svgz)`
**Good:** a link, `[Price list](media/prices.pdf)`; or the page saved as PNG or JPEG, the drawing as plain SVG
"""

ALSO = ("packed-drawing",)
