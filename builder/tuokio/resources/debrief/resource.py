"""The sheets for talks of the team, a page each: for paper alone, since on screen each stands in its step."""

from __future__ import annotations

from typing import Any

from tuokio.page import Pages, RenderedEdition
from tuokio.resources.pieces import list_pieces

INDEX = "debrief"


def collect_booklet(pages: Pages, edition: RenderedEdition) -> dict[str, Any] | None:
    """Return the sheets in the order of the course; None if there is none."""
    sheets = list_pieces(edition, INDEX)
    return {"sheets": sheets} if sheets else None
