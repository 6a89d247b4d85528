"""A sound, or a video without sound, has no text of what is heard or seen in it.

**Why.** Without it a sound has nothing for people who do not hear, and a silent video nothing for people who do not see.

**Subject:** pictures. **Severity:** warning. **Source:** Web Content Accessibility Guidelines 2.2, criterion 1.2.1.

**Bad:** an `audio` block with `title` and `src` alone
**Good:** `transcript: Good morning, this is Corner Café …`, or `captions:`
"""
