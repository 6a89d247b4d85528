"""What a course offers as a whole, beside its modules: indexes, search, review. Each is one folder; a new one is a new folder and no other edit.

A folder has `resource.py`, which collects its data from the rendered course, `view.ts`, which shows it in the player,
`words.yaml` with its name under `resource-<name>`, and perhaps `style.css`. All are loaded only when a learner opens it.
Where it has a `booklet.html` too, targets print it as a page of its own, with the same data.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tuokio.page import Pages, RenderedEdition

ROOT = Path(__file__).parent


class Resource(Protocol):
    """A module `resource.py`."""

    def collect(self, pages: Pages, edition: RenderedEdition) -> Any:
        """Return what the browser needs to show it, as JSON can hold it; None if the course has none."""


class Collected(NamedTuple):
    """A resource of one course in one language."""

    name: str
    label: str
    """What it is called on the home page; empty where it has no place there."""
    words: dict[str, Any]
    data: Any
    prints: bool
    """Whether there is a booklet of it."""


@cache
def resources() -> dict[str, Resource]:
    """Find the folders and return each resource by its name."""
    return {module.name: importlib.import_module(f"{__name__}.{module.name}.resource") for module in pkgutil.iter_modules(__path__) if module.ispkg}


def collect(pages: Pages, edition: RenderedEdition, *, printed: bool = False) -> Iterator[Collected]:
    """Yield the resources that a course has in one language, in alphabetical order of their names; only those with a booklet if they are to be `printed`."""
    for name, resource in resources().items():
        prints = (ROOT / name / "booklet.html").is_file()
        data = resource.collect(pages, edition) if prints or not printed else None
        if data is not None:
            phrases = edition.phrases(f"resources/{name}").texts
            label = phrases.get(f"resource-{name}", "")
            yield Collected(name, label, phrases, data, prints)
