"""A font weighs more than 100 KB even when only the letters needed are kept.

**Why.** It is loaded before the text looks as it should. On a slow network learners wait, or see letters jump when it comes. It
is used all the same.

**Subject:** brand. **Severity:** warning.

**Bad:** a variable font with every width and weight in one file
**Good:** a file of one weight, or a simpler font; headings alone in the font of the brand are often enough
"""
