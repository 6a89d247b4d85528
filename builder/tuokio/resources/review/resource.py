"""Review: what was learnt comes back at growing intervals, a few questions a visit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from markupsafe import Markup

from tuokio.page import Page, Pages, RenderedEdition

OUTLOOK = 2


def collect(pages: Pages, edition: RenderedEdition) -> dict[str, Any] | None:
    """Return where everything that can be asked again is found.

    `modules`: module → step → pieces of knowledge, each an id, or a list of an id and the names of the questions that
    ask for it. `banks`: bank → ids of its questions. Exams' own questions are left out, and banks that only exams use.
    """
    modules = {page.id: steps for page in edition.pages if not page.exam and (steps := {step.id: units for step in page.steps if (units := _list_units(step.items, step.made))})}
    drawn = dict.fromkeys(name for page in edition.pages if not page.exam for name in page.banks)
    banks = {name: list(edition.banks[name].items) for name in drawn}
    return {"modules": modules, "banks": banks, "changes": sorted(_list_changes(edition.pages), key=lambda change: -change["day"])} if modules or any(banks.values()) else None


def _list_changes(pages: list[Page]) -> Iterator[dict[str, Any]]:
    """Yield what modules' ledgers say has changed, where it stands, and the day since when, counted from 1970."""
    for page in pages:
        for change in page.changes:
            if change["kind"] == "changed":
                block = change["of"].partition(".")[0]  # of a card, its deck
                step = next((step for step in page.steps if block == step.id or block in step.items), page.steps[0])
                yield {"module": page.id, "step": step.id, "of": change["of"], "note": Markup(change["note"]).striptags(), "day": (date.fromisoformat(change["date"]) - date(1970, 1, 1)).days}


def _list_units(items: dict[str, dict[str, Any]], made: dict[str, dict[str, Any]]) -> list[str | list[str]]:
    """Return the pieces of knowledge of a step, in its order."""
    units: list[str | list[str]] = []
    for id, data in items.items():
        if id in made:
            forms: dict[str, list[str]] = {}
            for question in made[id]:
                unit, _, name = question.rpartition(".")
                forms.setdefault(unit, []).append(name)
            units += [[unit, *names] for unit, names in forms.items()]
        elif "points" in data and "draw" not in data and "unasked" not in data:
            units.append(id)
    return units
