"""A picture is in the format HEIC, which most browsers cannot show.

**Why.** iPhones save photos like that. On your own computer they look as they should, but many learners would see an empty
frame, so the picture is left out.

**Subject:** pictures. **Severity:** warning.

**Bad:** `![Our counter](media/IMG_0412.heic)`
**Good:** the photo opened in Photos or Paint and saved as JPEG. For the next ones, on the iPhone: Settings, Camera, Formats,
Most Compatible
"""
