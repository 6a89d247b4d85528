"""Your colour cannot carry text, or is lost on the page, so buttons wear the nearest one that can.

**Why.** Text needs a contrast of 4.5 to what is behind it, and a button 3 to the page. Two thirds of all colours are too light
or too middling for that, so this is nothing unusual: Tuokio keeps the hue.

**Subject:** brand. **Severity:** hint. **Source:** Web Content Accessibility Guidelines 2.2, criteria 1.4.3 and 1.4.11.

**Bad:** a pale yellow as the only colour
**Good:** the shade your brand has for text, under `brand` or `deep`; or leave it
"""
