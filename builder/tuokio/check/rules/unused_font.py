"""A font lies in the theme's folder, and nothing names it.

**Why.** It is not shipped, so learners never see it. Mostly its name in `theme.yaml` is spelt in another way than the
file has it.

**Subject:** brand. **Severity:** hint.

**Bad:** `fonts/lato.ttf`, and `text: Latto`
**Good:** `text: Lato`; or remove the file
"""
