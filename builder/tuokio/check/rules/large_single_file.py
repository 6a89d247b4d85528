"""The course as one file is too large to be sent by mail.

**Why.** A course in one file is made to be sent, and many mail servers take no more than 20 MB. Phones with little memory may
not open it either. It is written all the same; the message names what is largest in it.

**Subject:** publishing. **Severity:** warning.

**Bad:** `tuokio build --target single` with three videos in the course
**Good:** the videos made smaller or left out; or the course handed on as a folder, `tuokio build --target site`
"""
