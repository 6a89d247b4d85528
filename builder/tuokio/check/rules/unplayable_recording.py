"""Many browsers, or older iPhones, cannot play this recording.

**Why.** It plays on the device that made it and hardly anywhere else, so many learners miss it. What plays everywhere
is an MP4 video coded as H.264, and an MP3 sound.

**Subject:** pictures. **Severity:** warning; a hint where only older iPhones cannot play it.

**Bad:** a film of a phone in H.265, an AVI, a QuickTime or Windows Media file; a WebM or Ogg for old iPhones
**Good:** HandBrake with the preset Fast 720p30, which makes an MP4; for a sound Audacity, File, Export Audio, MP3
"""

ALSO = ("unplayable-on-apple",)
