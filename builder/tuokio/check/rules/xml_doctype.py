"""An XML file begins with a document type, so it is not read.

**Why.** Such a beginning can make a small file swell beyond all measure, or read other files. Moodle writes none, so
somebody or something changed the file.

**Subject:** exchange. **Severity:** error, when importing.

**Bad:** `<!DOCTYPE quiz>` at the top
**Good:** export the questions anew; or remove the line, if you know where it came from
"""
