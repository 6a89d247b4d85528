"""Nothing says what is seen in a video.

**Why.** Captions give what is said. Whoever does not see the video also misses what is shown without a word.

**Subject:** pictures. **Severity:** hint. **Source:** Web Content Accessibility Guidelines 2.2, criteria 1.2.3 and 1.2.5.

**Bad:** a video in which a hand points at the right key
**Good:** `alt: A hand presses the key R and then the total.`
"""
