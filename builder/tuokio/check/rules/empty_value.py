"""A key or a hyphen has nothing behind it.

**Why.** Either a text was to follow and was forgotten, or the line is left over. Learners would miss something and nobody
would know what. Where a value begins with `#`, all of it is a remark, and the key is empty for that reason.

**Subject:** keys. **Severity:** warning; error where a value is needed or a hyphen stands alone.

**Bad:** `explanation:`, or `text: #12`
**Good:** `explanation: The card payment is a proof too.`, or `text: "#12"`
"""
