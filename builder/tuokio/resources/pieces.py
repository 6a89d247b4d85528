"""Blocks as a booklet shows them, one after the other."""

from __future__ import annotations

from typing import Any

from tuokio.page import RenderedEdition


def list_pieces(edition: RenderedEdition, index: str) -> list[dict[str, Any]]:
    """Return the blocks of an index in the order of the course: id, headline, HTML, the title of the module, and the language where it is not the edition's."""
    return [
        {"id": entry.block, "headline": entry.headline, "html": entry.html, "module": page.title, "language": page.language if page.language != edition.language else ""}
        for page, _, entry in edition.list_entries(index)
    ]
