"""The captions are no file of captions, or a part of them cannot be read.

**Why.** The recording plays, but whoever does not hear it, or has the sound off at work, misses what is said there.

**Subject:** pictures. **Severity:** warning.

**Bad:** `captions: media/receipt.docx`; a time such as `5 s -> 8 s`
**Good:** a `.vtt` or `.srt` file with times like `00:00:05.000 --> 00:00:08.500` above each text
"""

ALSO = ("unreadable-captions",)
