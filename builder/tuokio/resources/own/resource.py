"""What learners write of their own: all of it in one place, to read again, to look back on when its day has come, and to delete."""

from __future__ import annotations

from typing import Any

from tuokio.page import Pages, RenderedEdition

INDEX = "own"
OUTLOOK = 2


def collect(pages: Pages, edition: RenderedEdition) -> dict[str, Any] | None:
    """Return where the course has something written, in its order: the block, its step, its title and what it asks; None if nowhere."""
    places = [
        {"id": entry.block, "module": page.id, "step": step.id, "headline": entry.headline, "html": entry.html, "language": page.language if page.language != edition.language else ""}
        for page, step, entry in edition.list_entries(INDEX)
    ]
    return {"places": places} if places else None
