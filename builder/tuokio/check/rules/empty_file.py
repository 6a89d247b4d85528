"""There is nothing in this file.

**Why.** Copying or saving it broke off, or it waits for its content in a cloud folder. What it was to show would be
missing.

**Subject:** files. **Severity:** warning; error where questions are imported from it.

**Bad:** a picture of 0 bytes
**Good:** the file copied here anew from where it came
"""
