"""Every rule of the course in one place: an index on screen, a handbook on paper."""

from __future__ import annotations

from typing import Any

from tuokio import words
from tuokio.page import Pages, RenderedEdition

INDEX = "rules"


def collect(pages: Pages, edition: RenderedEdition) -> dict[str, Any] | None:
    """Return the rules, module by module, and on which day one of them last changed; None if there is no rule."""
    modules, latest = [], ""
    for page in edition.pages:
        rules = [
            {"id": entry.block, "step": step.id, "force": step.items.get(entry.block, {}).get("force", ""), "headline": entry.headline, "html": entry.html}
            for step in page.steps
            for entry in step.entries
            if entry.index == INDEX
        ]
        if rules:
            ids = {rule["id"] for rule in rules}
            latest = max([latest, *(change["date"] for change in page.changes if change["of"] in ids and change["kind"] != "typo")])
            area = edition.edition.areas.get(page.area, "")
            modules.append({"id": page.id, "title": page.title, "area": area, "language": page.language if page.language != edition.language else "", "rules": rules})
    return {"modules": modules, "latest": words.write_date(latest, edition.language) if latest else ""} if modules else None
