"""What a course offers as a whole, beside its modules: indexes, search, review. Each is one folder; a new one is a new folder and no other edit.

A folder has `resource.py`, which collects its data from the rendered course, `view.ts`, which shows it in the player,
`words.yaml` with its name under `resource-<name>`, and perhaps `style.css`. All are loaded only when a learner opens it.
A resource that is not always worth a place on the home page says so in `is_shelved`.
One that may have news for the home page has `OUTLOOK` in `resource.py`, a number: the smallest stands first.
Where it has a `booklet.html` too, targets print it as a page of its own, called `book-<name>`: with the same data, or with
what `collect_booklet` returns. One that is for paper alone has neither `view.ts` nor `collect`. Where it has an `appendix.html`, the course's own printable
page ends with it. What search shall find of it, `list_places` returns.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
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


class Booklet(NamedTuple):
    """A part of the course that is printed by itself."""

    name: str
    title: str
    data: Any


def collect(pages: Pages, edition: RenderedEdition) -> Iterator[Collected]:
    """Yield the resources that a course has in one language, in alphabetical order of their names."""
    for name, resource in resources().items():
        data = resource.collect(pages, edition) if hasattr(resource, "collect") else None
        if data is not None:
            phrases = edition.phrases(f"resources/{name}").texts
            is_shelved = getattr(resource, "is_shelved", lambda _: True)
            yield Collected(name, phrases.get(f"resource-{name}", "") if is_shelved(data) else "", phrases, data, _print(name, lambda: data, pages, edition) is not None)  # noqa: B023 – called at once


def sort_outlooks(names: Iterable[str]) -> list[str]:
    """Return which of these resources may have news for the home page, in the order it stands there."""
    places = {name: getattr(resources()[name], "OUTLOOK", None) for name in names}
    return sorted((name for name, place in places.items() if place is not None), key=lambda name: places[name])


def collect_booklets(pages: Pages, edition: RenderedEdition) -> Iterator[Booklet]:
    """Yield the resources that are printed, each with the data its booklet shows."""
    for name, resource in resources().items():
        data = _print(name, lambda: resource.collect(pages, edition), pages, edition)  # noqa: B023 – called at once
        if data is not None:
            yield Booklet(name, edition.phrases(f"resources/{name}").say(f"book-{name}"), data)


def collect_appendices(pages: Pages, edition: RenderedEdition) -> Iterator[Booklet]:
    """Yield the resources with which the printed course ends, each with the data it shows."""
    for name, resource in resources().items():
        if (ROOT / name / "appendix.html").is_file() and (data := resource.collect(pages, edition)) is not None:
            yield Booklet(name, "", data)


def list_places(edition: RenderedEdition) -> Iterator[tuple[str, str, str, str]]:
    """Yield what search finds beside steps: the address behind `#/`, title, text and language of each page of a resource."""
    for resource in resources().values():
        if hasattr(resource, "list_places"):
            yield from resource.list_places(edition)


def _print(name: str, on_screen: Callable[[], Any], pages: Pages, edition: RenderedEdition) -> Any:
    """Return what a resource prints: what it has for paper alone, else what is on screen; None if it prints nothing."""
    if not (ROOT / name / "booklet.html").is_file():
        return None
    own = getattr(resources()[name], "collect_booklet", None)
    return own(pages, edition) if own else on_screen()
