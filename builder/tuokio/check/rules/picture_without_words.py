"""Something to choose, or the picture of a question on places, is a picture without words.

**Why.** Whoever does not see the picture cannot answer at all.

**Subject:** pictures. **Severity:** error. **Source:** Web Content Accessibility Guidelines 2.2, criterion 1.1.1.

**Bad:** `- {image: media/cup.webp, correct: true}`
**Good:** `- {image: media/cup.webp, alt: A cup with a crack, correct: true}`
"""
