"""A picture, recording or file that is named is not there.

**Why.** Learners see its description in place of it, or nothing. On a web server capital and small letters differ, so a
picture that you see in Windows may be missing there.

**Subject:** files. **Severity:** warning.

**Bad:** `![The till](media/Till.PNG)` where the file is `media/till.png`
**Good:** `![The till](media/till.png)`
"""
