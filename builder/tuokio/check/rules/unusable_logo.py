"""The logo cannot be shown.

**Why.** It has to be a picture beside `theme.yaml`, in SVG, PNG or WebP, so that a theme brings along all it needs. The
pages are built without a logo.

**Subject:** brand. **Severity:** warning.

**Bad:** `logo: ../logos/acme.svg`, `logo: acme.jpg`
**Good:** `logo: acme.svg`, with that file beside `theme.yaml`
"""
