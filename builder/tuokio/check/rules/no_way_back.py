"""From a scene on, a conversation can only end badly.

**Why.** Whatever is replied there makes no difference any more, so nothing is learned by it. Learners may go back a step at any
time, but inside the conversation a mistake should be one that can be put right. After a bad end `debrief` says what decided it.

**Subject:** conversations. **Severity:** warning. **Source:** graph of the conversation.

**Bad:** an angry customer who can only walk out, four scenes later
**Good:** a reply that apologises and leads back, or the end at once
"""
