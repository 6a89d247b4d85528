"""A video in which something is said has no captions.

**Why.** People who do not hear it, or watch on the shop floor with the sound off, miss what is said. Captions are also
read, printed and searched.

**Subject:** pictures. **Severity:** warning. **Source:** Web Content Accessibility Guidelines 2.2, criterion 1.2.2.

**Bad:** `src: media/receipt.mp4` alone
**Good:** `captions: media/receipt.vtt` below it; Clipchamp, Teams and YouTube make such a file
"""
