"""The boxes of a list in a Markdown file are round, so no question was made of it.

**Why.** Only square boxes tell options from any other list. The list stands as a text in the module.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** `- (x) Ask for the receipt.`
**Good:** `- [x] Ask for the receipt.`, and import again
"""
