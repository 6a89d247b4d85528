"""What is kept of a learner, where, and how to remove it: told of what this very course has, and of nothing else."""

from __future__ import annotations

from typing import Any

from tuokio.page import Pages, RenderedEdition


def collect(pages: Pages, edition: RenderedEdition) -> dict[str, Any]:
    """Return what the page depends on: whether learners write anything of their own, and whether anything asks to be answered."""
    written = [entry for page in edition.pages for step in page.steps for entry in step.entries if entry.index == "own"]
    return {"writes": bool(written), "asks": any(step.items for page in edition.pages for step in page.steps)}
