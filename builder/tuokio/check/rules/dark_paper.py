"""The colour of your paper is too dark for a page that is read.

**Why.** Text, marks and buttons get their contrast from a light ground. On a dark or middling one some of them cannot be told
apart, so the nearest light shade of the same hue is taken.

**Subject:** brand. **Severity:** warning.

**Bad:** `paper: "#1d2b53"`
**Good:** a light shade such as `paper: "#f4f6fb"`, or none. Dark pages are made by themselves, for those whose device is set to
dark
"""
