"""That a learner has completed the course: the certificate, and what they hand over to whoever asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tuokio import __version__
from tuokio.page import Page, Pages, RenderedEdition

RULES = "rules"  # the index whose headlines a certificate names


def collect(pages: Pages, edition: RenderedEdition) -> dict[str, Any]:
    """Return what made it, the rules of each module as HTML of a line, and which questions may be counted, where the course counts any."""
    rules = {page.id: lines for page in edition.pages if (lines := [entry.headline for step in page.steps for entry in step.entries if entry.index == RULES])}
    statistics = {"counted": count(edition)} if pages.course.settings.results.item_statistics else {}
    return {"tool": f"tuokio {__version__}", "rules": rules} | statistics


def count(edition: RenderedEdition) -> dict[str, list[str]]:
    """Return the questions that a machine grades, by the ids of their options, parted by spaces: those that have none, and all that are typed, by nothing."""
    counted: dict[str, set[str]] = defaultdict(set)
    for id, data in _questions(edition):
        if data.get("points") and not data.get("ungraded"):
            counted[" ".join(_options(data))].add(id)
    return {options: sorted(ids) for options, ids in sorted(counted.items())}


def _questions(edition: RenderedEdition) -> Iterator[tuple[str, dict[str, Any]]]:
    for page in edition.pages:
        yield from _asked(page)
    for bank in edition.banks.values():
        yield from bank.items.items()


def _asked(page: Page) -> Iterator[tuple[str, dict[str, Any]]]:
    for step in page.steps:
        yield from ((id, data) for id, data in step.items.items() if "draw" not in data)
        for made in step.made.values():
            yield from made.items()
    if page.exam:
        yield from page.exam.own.items()


def _options(data: dict[str, Any]) -> list[str]:
    """Return the ids of what can be ticked, told by its shape: parts of which each is right or wrong, or a claim that is."""
    if isinstance(data.get("correct"), bool):
        return ["false", "true"]
    return [part["id"] for parts in data.values() if isinstance(parts, list) for part in parts if isinstance(part, dict) and isinstance(part.get("correct"), bool)]
