"""The decks of the course as cards to cut out: for paper alone, since on screen a deck stands in its step."""

from __future__ import annotations

from typing import Any

from tuokio.page import Pages, RenderedEdition
from tuokio.resources.pieces import list_pieces

INDEX = "cards"


def collect_booklet(pages: Pages, edition: RenderedEdition) -> dict[str, Any] | None:
    """Return the decks in the order of the course; None if there is none."""
    decks = list_pieces(edition, INDEX)
    return {"decks": decks} if decks else None
