"""What learners do in this course may not fit a SCORM 1.2 platform.

**Why.** Such a platform keeps 4,096 characters of a learner's results. In a long course these can become full. Then something
is left out, first the questions that earned least, and a learner may meet them as not yet answered.

**Subject:** publishing. **Severity:** warning.

**Bad:** one package for `scorm12` with forty modules
**Good:** the same course built for `scorm2004`, which keeps 64,000; or two courses of it
"""
