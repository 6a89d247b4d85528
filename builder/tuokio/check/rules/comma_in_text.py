"""A comma was taken for the end of an entry, or a list was meant and one text was read.

**Why.** Between square brackets or braces a comma divides one entry from the next. A text with a comma of its own then
falls apart, and learners would see half of it. Outside of brackets a comma divides nothing, so names with commas between
them are one name.

**Subject:** keys. **Severity:** error; a warning in course.yaml and at the top of a module, where it is left out and the rest is kept.

**Bad:** `{text: Yes, of course, correct: true}`, or `audience: staff, manager`
**Good:** `{text: "Yes, of course", correct: true}`, and `audience: [staff, manager]`
"""
