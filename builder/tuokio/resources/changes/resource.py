"""What has changed: the ledgers of all modules in one place, what of them concerns the learner, and what runs out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from markupsafe import Markup

from tuokio.page import Page, Pages, RenderedEdition

OUTLOOK = 0


def collect(pages: Pages, edition: RenderedEdition) -> dict[str, Any] | None:
    """Return the whole ledger, newest first; None where nothing has changed, nothing runs out and everything is for everyone."""
    ledger = sorted((entry for page in edition.pages for entry in _list_changes(page, edition.language)), key=lambda entry: -entry["day"])
    return {"ledger": ledger} if ledger or pages.renews else None


def is_shelved(data: dict[str, Any]) -> bool:
    """Say whether the home page leads there: of what runs out it tells by itself."""
    return bool(data["ledger"])


def _list_changes(page: Page, language: str) -> Iterator[dict[str, Any]]:
    """Yield what a module's ledger says and learners should know, where it stands, and the day since when, counted from 1970 as well."""
    for change in page.changes:
        if change["kind"] == "typo":
            continue
        block = change["of"].partition(".")[0]  # of a card, its deck
        step = next((step for step in page.steps if block == step.id or block in step.items), page.steps[0])
        entry = {"module": page.id, "step": step.id, "of": change["of"], "kind": change["kind"], "date": change["date"], "html": change["note"], "note": Markup(change["note"]).striptags(), "title": step.title or page.title}
        yield entry | {"day": (date.fromisoformat(change["date"]) - date(1970, 1, 1)).days, "language": page.language if page.language != language else ""}
