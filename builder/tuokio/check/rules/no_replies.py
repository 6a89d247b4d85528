"""In a conversation there is nothing to reply.

**Why.** A conversation lives of choosing: only who decides notices what follows from it. Without replies it is a text,
and its end comes at once.

**Subject:** conversations. **Severity:** error.

**Bad:** scenes with `says` and `end` alone
**Good:** `replies:` under the first scene, two to four that people really say, each with `text` and the scene it leads
`to`
"""
