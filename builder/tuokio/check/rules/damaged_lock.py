"""A file in which Tuokio keeps what it has to remember of the course cannot be read.

**Why.** `course.lock` knows what was published, so that learners' records stay true; `translations.lock` knows which
translations are out of date. It was edited by hand, cut off or emptied. Nothing is published before it is mended: without it a
course would begin anew at version 1.

**Subject:** publishing. **Severity:** warning.

**Bad:** a lock file opened in an editor and saved with a bracket missing
**Good:** the file as it was, from version control (`git checkout course.lock`) or a copy. It is never edited by hand; keep it
with the course, always
"""
