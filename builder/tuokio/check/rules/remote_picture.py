"""A picture lies on another website.

**Why.** A course works without a network, and makes no request to anybody: what people look at is nobody else's business. So the
picture is not shown.

**Subject:** pictures. **Severity:** warning. **Source:** privacy by design (GDPR, article 25).

**Bad:** `![A till](https://www.example.com/till.png)`
**Good:** save it into `media/`, if you may use it: `![A till](media/till.png)`
"""
