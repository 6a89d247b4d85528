"""Learners have nothing to reply, or nothing to choose from.

**Why.** A conversation lives of choosing: only who decides notices what follows from it. Where there is but one reply,
learners just press on; where no scene has any, there is no conversation.

**Severity:** error; a hint where one scene has a single reply.

**Bad:** a scene with one entry under `replies:`
**Good:** two to four replies that people really say; leave one alone where learners are only to go on
"""

ALSO = ("one-reply",)
