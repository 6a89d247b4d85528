"""Two people published or marked translations at the same time.

**Why.** Version control put both versions into one lock file, with lines such as `<<<<<<<` between them, or the file changed
while you were publishing. Which of the two learners have, Tuokio cannot know.

**Subject:** publishing. **Severity:** warning; error if it happened during your own publishing.

**Bad:** both halves of `course.lock` joined by hand
**Good:** of `course.lock`, one of the two kept whole, best that which learners have; then `tuokio publish` adds what the other
had. Of `translations.lock`, either line will do. If it happened while publishing, publish again
"""
