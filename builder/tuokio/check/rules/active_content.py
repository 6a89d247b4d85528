"""A question to be imported holds something that runs: a program, a form, a page or a player from elsewhere.

**Why.** A course works offline and runs nothing that others wrote, so that it can be opened without fear. Such parts are left
out, or come along as text that does nothing. Whatever they showed is missing for learners.

**Subject:** exchange. **Severity:** warning.

**Bad:** a question with an embedded video, `<iframe src=…>`, or with a `<script>`
**Good:** the video or picture saved into `media/` and shown in the text; if the question is about such code, leave it as text
"""
