"""Whom one can meet in the course: its conversations, one of which is dealt to who plays alone, and its pair games with their decks of cards."""

from __future__ import annotations

from typing import Any

from tuokio.page import Pages, RenderedEdition

INDEX = "encounters"


def collect(pages: Pages, edition: RenderedEdition) -> dict[str, Any] | None:
    """Return the encounters in the order of the course: where each is, what it is called, how long it takes. What counts in the course is met `alone`; the rest takes two. None if there are none."""
    listed = []
    for page, step, entry in edition.list_entries(INDEX):
        data, language = step.items[entry.block], page.language if page.language != edition.language else ""
        alone = "points" in data
        listed.append({"id": entry.block, "module": page.id, "step": step.id, "alone": alone, "headline": entry.headline, "html": entry.html if alone else "", "language": language})
    return {"encounters": listed} if listed else None


def collect_booklet(pages: Pages, edition: RenderedEdition) -> dict[str, Any] | None:
    """Return the decks of the pair games, to print and cut out; None if there is no pair game."""
    decks = [
        {"id": entry.block, "headline": entry.headline, "html": entry.html, "language": page.language if page.language != edition.language else ""}
        for page, step, entry in edition.list_entries(INDEX)
        if "points" not in step.items[entry.block]
    ]
    return {"decks": decks} if decks else None
