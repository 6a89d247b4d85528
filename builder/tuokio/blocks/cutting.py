"""What fits on a card that is printed and cut out."""

from __future__ import annotations

import math
from collections.abc import Iterable

SIZES = {"full": 330, "small": 650, "smallest": math.inf}
"""How many signs a side of 87 × 60 mm holds in each size."""
MOST = 950
"""Signs that no side of that size holds; the deck is then printed on cards twice as tall."""


def fit(texts: Iterable[str], *, tall: bool = False) -> str:
    """Return in what size texts fit on one side: `full`, `small` or `smallest`."""
    length = sum(map(len, texts)) / (2 if tall else 1)
    return next(size for size, most in SIZES.items() if length <= most)
