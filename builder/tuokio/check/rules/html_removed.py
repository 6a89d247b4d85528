"""Something in your HTML is taken out: a script, a form, a style.

**Why.** It could run, reach out to other computers or upset the page. A course makes no request to any other computer.

**Subject:** text. **Severity:** warning. **Source:** OWASP, cross-site scripting; the course's own security policy.

**Bad:** `<script>`, `<img src=…>`, `onclick=…`
**Good:** Markdown, or HTML that only marks up text, such as `<sub>`
"""
