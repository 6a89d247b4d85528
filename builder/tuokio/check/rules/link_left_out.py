"""A link in an imported question leads to another file, so only its words came along.

**Why.** Where the question comes from, that file lay beside it. In the course it is not there, and a link to it would lead
nowhere. Its address is kept in a remark above the question.

**Subject:** exchange. **Severity:** hint.

**Bad:** `[our rules](../rules/returns.html)`
**Good:** a link to a step of this course, `[our rules](02-returns.md#exchange)`, or the words alone
"""
