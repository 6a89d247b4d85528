"""Tuokio's plain clothes: what `palette.py` makes of our own colours, so that who has no others need not wait for it.

coloraide takes as long to load as all the rest of a small build to run. `test_theme.py` holds these to what is reckoned, and
shows what to write here when our colours change.
"""

from __future__ import annotations

LIGHT = {
    "paper": "#fbfaf8", "surface": "#ffffff", "tint": "#e4f4f5", "ink": "#292319", "ink-soft": "#5d574c",
    "line": "#e0dcd4", "control": "#778789", "brand": "#2f5d62", "on-brand": "#ffffff", "brand-deep": "#1a4a4f",
    "brand-text": "#29585d", "brand-ui": "#2f5d62", "right": "#106c3e", "right-tint": "#e6f8eb", "wrong": "#a24019",
    "wrong-tint": "#ffefe5", "accent": "#2f5d62",
}
DARK = {
    "paper": "#071b1d", "surface": "#102628", "tint": "#183336", "ink": "#ede9e1", "ink-soft": "#b6b0a4",
    "line": "#304446", "control": "#738486", "brand": "#8bbbc0", "on-brand": "#021315", "brand-deep": "#9eced3",
    "brand-text": "#93c4c9", "brand-ui": "#8bbbc0", "accent": "#2f5d62", "right": "#75d5a0", "right-tint": "#183525",
    "wrong": "#f7a885", "wrong-tint": "#44261a", "plate": "#f1eee9",
}
