"""A question to be imported says more than there is a place for in a course.

**Why.** What has no place is not thrown away: it stands in a remark above the question, where authors see it and learners do
not. They may need it.

**Subject:** exchange. **Severity:** hint.

**Bad:** a question left as it came, with an important note in the remark above it
**Good:** the remark read once. What learners need goes into the question, its `explanation` or the text; then the remark can go
"""
