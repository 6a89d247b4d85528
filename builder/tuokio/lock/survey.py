"""What a course has now, as rendered: every id that learners' records may name, and which entries of the ledger speak of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from tuokio.lock.lock import Class, Lock
from tuokio.page import Page, Pages
from tuokio.settings import EXAM

Place = tuple[str, str]
"""A module, and what an entry of its ledger is `of`."""
STRENGTH = ("typo", "clarified", "changed")


class Change(NamedTuple):
    """An entry of a module's ledger."""

    module: str
    of: str
    kind: Class
    date: str
    version: int
    """The version it came with, or will come with."""
    new: bool
    """No version had it yet."""


@dataclass(frozen=True)
class Item:
    """A block, a question it makes or a question of a bank."""

    id: str
    home: str
    """`module/step`, or `banks/name`."""
    rev: str
    counts: bool
    """It earns points."""
    block: str
    """The block that makes it; its own id if none does."""
    right: tuple[str, ...]
    """Ids of the options that are right, where it has options."""
    told_by: tuple[Place, ...]
    """What an entry that speaks of it is `of`, each with its module: what is nearest to it first."""

    @property
    def name(self) -> str:
        """Under what its author knows it: of a question that a block makes, the block or the card."""
        return self.told_by[0][1] if self.told_by else self.id


def list_changes(pages: Pages, lock: Lock) -> list[Change]:
    """Return all entries of the course, in the order of its modules, with the versions they came with."""
    known: dict[tuple[str, str, str], list[int]] = {}
    for entry in lock.changes:
        if not entry.gone:
            known.setdefault((entry.of, entry.kind, entry.date), []).append(entry.version)
    found = []
    for page in pages.editions[0].pages:
        for one in page.changes:
            versions = known.get((one["of"], one["kind"], one["date"]))
            found.append(Change(page.id, one["of"], one["kind"], one["date"], *((versions.pop(0), False) if versions else (lock.version + 1, True))))
    return found


def list_items(pages: Pages) -> Iterator[Item]:
    """Yield everything of the source language that has a revision."""
    drawn: dict[str, list[Place]] = {}
    whole = find_whole(pages)
    for page in pages.editions[0].pages:
        for step in page.steps:
            home, around = f"{page.id}/{step.id}", ((page.id, step.id), *whole[page.id])
            for id, data in step.items.items():
                yield Item(id, home, data["rev"], _counts(data) and id not in step.made, id, _list_right(data), ((page.id, id), *around))
                for bank in data.get("from", ()):
                    drawn.setdefault(bank, []).extend(((page.id, id), *around))
                for made, one in step.made.get(id, {}).items():
                    yield Item(made, home, one["rev"], _counts(one), id, _list_right(one), ((page.id, made.rpartition(".")[0]), (page.id, id), *around))
        yield from _list_exam(page, whole[page.id], drawn)
    for bank in pages.editions[0].banks.values():
        around = tuple(dict.fromkeys(drawn.get(bank.name, ())))
        modules = dict.fromkeys(module for module, _ in around)
        for id, data in bank.items.items():
            yield Item(id, f"banks/{bank.name}", data["rev"], _counts(data), id, _list_right(data), (*((module, id) for module in modules), *around))


def find_whole(pages: Pages) -> dict[str, tuple[Place, ...]]:
    """Return for each module what an entry is `of` that speaks of all of it; nothing where a step or a block has the module's id, as it means that one."""
    return {module.id: ((module.id, module.id),) if module.id not in module.places else () for module in pages.course.modules}


def _list_exam(page: Page, whole: tuple[Place, ...], drawn: dict[str, list[Place]]) -> Iterator[Item]:
    if page.exam:
        around = ((page.id, EXAM), *whole)
        for id, data in page.exam.own.items():
            yield Item(id, f"{page.id}/{EXAM}", data["rev"], _counts(data), id, _list_right(data), ((page.id, id), *around))
        for bank in page.banks:
            drawn.setdefault(bank, []).extend(around)


def _counts(data: dict[str, Any]) -> bool:
    return bool(data.get("points")) and "from" not in data


def _list_right(data: dict[str, Any]) -> tuple[str, ...]:
    options = data.get("options")
    return tuple(sorted(one["id"] for one in options if one.get("correct"))) if isinstance(options, list) else ()


def find_class(told_by: tuple[Place, ...], new: dict[Place, Class]) -> Class | None:
    """Return how the new entries class a change: as the nearest one that speaks of it."""
    return next((new[place] for place in told_by if place in new), None)


def list_new(changes: list[Change]) -> dict[Place, Class]:
    """Return by module and `of` how the new entries class a change; of several the strongest."""
    new: dict[Place, Class] = {}
    for one in changes:
        if one.new:
            place = (one.module, one.of)
            new[place] = max(one.kind, new.get(place, "typo"), key=STRENGTH.index)
    return new
