"""The course is to be built for a target that Tuokio does not have.

**Why.** A target is what is made of a course: a web page, a package for a learning platform, a print. Nothing is
published until each name is one that is known.

**Subject:** publishing. **Severity:** error, when publishing.

**Bad:** `publish: {targets: [scrom12]}`
**Good:** `publish: {targets: [scorm12]}`; the finding lists those there are
"""
