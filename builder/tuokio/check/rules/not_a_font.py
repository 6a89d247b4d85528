"""This is not a list of names of fonts.

**Why.** Tuokio writes the names into the pages' style, where other signs would break it. A font's own file is named in
`fonts/`, and an address on the network is never asked.

**Subject:** brand. **Severity:** warning.

**Bad:** `text: https://fonts.example.com/lato`
**Good:** `text: Lato, Verdana, sans-serif`, with the file of Lato in the theme's folder `fonts/`
"""
