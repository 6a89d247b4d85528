"""Your colour is too light for text, so text uses a darker shade of it.

**Why.** Text needs a contrast of 4.5 to what is behind it; Tuokio keeps the hue and finds the nearest lightness that has it.

**Subject:** brand. **Severity:** hint. **Source:** Web Content Accessibility Guidelines 2.2, criterion 1.4.3.

**Bad:** a light blue for headings and links
**Good:** the darker shade your brand has, under `deep`; or leave it
"""
