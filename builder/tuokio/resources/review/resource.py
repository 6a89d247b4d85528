"""Review: what was learnt comes back at growing intervals, a few questions a visit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuokio.page import Pages, RenderedEdition

OUTLOOK = 3


def collect(pages: Pages, edition: RenderedEdition) -> dict[str, Any] | None:
    """Return where everything that can be asked again is found.

    `modules`: module → step → pieces of knowledge, each an id, or a list of an id and the names of the questions that
    ask for it. `banks`: bank → ids of its questions. Exams' own questions are left out, and banks that only exams use.
    """
    modules = {page.id: steps for page in edition.pages if not page.exam and (steps := {step.id: units for step in page.steps if (units := _list_units(step.items, step.made))})}
    drawn = dict.fromkeys(name for page in edition.pages if not page.exam for name in page.banks)
    banks = {name: list(edition.banks[name].items) for name in drawn}
    return {"modules": modules, "banks": banks} if modules or any(banks.values()) else None


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
