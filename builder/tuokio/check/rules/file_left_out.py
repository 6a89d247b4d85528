"""A file inside the export was left out.

**Why.** Only pictures that a course can show come along, up to 10 MB each. A sound, a video, a document or something that
cannot be read stays behind, and a question that speaks of it cannot be answered.

**Subject:** exchange. **Severity:** warning.

**Bad:** a listening task whose sound lies inside the Moodle file
**Good:** the file saved into `media/` by hand; sounds and videos with a block of their own, pictures as PNG, JPEG, WebP or SVG
"""
