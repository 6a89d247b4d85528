"""A copy of the learner's record: to keep, to move to another device, to join with what is there. It is the learner's own and goes to nobody."""

from __future__ import annotations

from typing import Any

from tuokio.page import Pages, RenderedEdition

OUTLOOK = 4
"""Its reminder stands last."""


def collect(pages: Pages, edition: RenderedEdition) -> dict[str, Any]:
    """Return nothing but that there is one: all it shows is in the record."""
    return {}
