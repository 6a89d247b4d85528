"""A video block plays a sound, or a sound block a video.

**Why.** A sound in a video block has nothing to show. A video in a sound block is far larger than its sound, and its
pictures are seen by nobody.

**Subject:** pictures. **Severity:** warning; a hint for a video of which only the sound is played.

**Bad:** `src: media/call.mp3` in a block that begins with `video`
**Good:** `audio` behind the three backticks for a sound, `video` where the pictures matter
"""

ALSO = ("video-as-sound",)
