"""A picture of a question is not in the exported file.

**Why.** Its description stands in its place, so a question about what one sees may not work there. GIFT has no room for
pictures; Moodle XML takes those of the course's folder up to 10 MB.

**Subject:** exchange. **Severity:** warning, when exporting.

**Bad:** an export to GIFT of questions with pictures
**Good:** `tuokio export --format moodle`, with the pictures in `media/`
"""
