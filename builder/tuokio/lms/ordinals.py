"""What packages for learning platforms know of the numbers that the lock gives to ids (`ordinals.ts`): platforms keep little, and a number is short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from math import ceil, log2
from typing import Any, cast

from tuokio.blocks.block import Block
from tuokio.finding import Finding, Severity, Span
from tuokio.lock import NAME, Known, Lock, compare, read_lock
from tuokio.page import Pages

WAYS, WAY, TOLD = 16, 7, 40
"""In how many ways items of a course stand with a learner who makes things difficult, how many bits it takes to say which, and to tell a way."""
SCATTERED, PASSED = 3, 55
"""Bits for what was gone through in no order, and for the day of a module, which only those have to keep that run out."""


def number(pages: Pages) -> dict[str, Any]:
    """Return what a package knows of its numbers, `Ordinals` in ordinals.ts. Those of what was never published are as publishing would give them now."""
    lock = _number(pages)
    about = dict(_list_items(pages))
    named = _list_named(pages, lock)
    meanings = {id: known.meanings.get(known.rev, 1) for id, known in lock.items.items()}
    heirs = {id: about[heir] for id in lock.items if id not in about and (heir := _find_heir(id, lock.replaced)) in about}
    items = [_trim([id, *about[id], named.get(id, ""), meanings[id] if meanings[id] > 1 else ""]) if id in about else [id, lock.items[id].rev, heirs[id][1]] if id in heirs else [id] for id in _in_order(lock.items)]
    exams = {page.id: page.exam.asks for page in pages.editions[0].pages if page.exam}
    return {"course": pages.course.id, "modules": _in_order(lock.modules), "steps": _in_order(lock.steps), "items": items} | ({"exams": exams} if exams else {})


def tell_limits(pages: Pages, limit: int | None = None) -> Iterator[Finding]:
    """Yield what authors should know before a platform keeps results of a course; `limit` is how many signs one of its kind keeps."""
    whole = (pages.course.folder / "course.yaml").is_file()
    span = pages.course.span("id") if whole else Span(pages.course.modules[0].path)
    if not pages.course.version:
        message = "This course was never published. A learning platform keeps results by the numbers that publishing gives to the questions. Without them, the next upload may lose what learners did."
        yield Finding("unpublished-package", Severity.WARNING, span, message, f"{'Run' if whole else 'Put it into a folder with a `course.yaml` that gives it an `id:`. Then run'} `tuokio publish`, and keep the `{NAME}` it writes with the course.")
    if limit is not None and (need := reckon(pages)) > limit:
        message = f"Results of this course can need {need:,} characters, and a SCORM 1.2 platform keeps {limit:,}. What does not fit is left out, first the questions that earned least."
        yield Finding("large-record", Severity.WARNING, span, message, "Build it for `scorm2004`, which keeps 64,000, or make two courses of it.")


def reckon(pages: Pages) -> int:
    """Return how many signs a snapshot of earned results may take at worst: everything gone through in no order, and each item standing as it likes."""
    lock = _number(pages)
    modules, steps, items = len(lock.modules), len(lock.steps), len(lock.items)
    rungs = 23 * (ceil(log2(max(modules, steps, items, 2))) + 1)
    days = sum(1 for module in pages.course.modules if module.front.valid)
    return ceil((300 + rungs + SCATTERED * (modules + steps) + PASSED * days + WAY * items + TOLD * WAYS) / 6)


def _number(pages: Pages) -> Lock:
    """Return the lock as publishing would leave it."""
    course = pages.course
    return compare(pages, read_lock(course, [], pages.kept) or Lock(course=course.id), date.today()).lock


def _in_order(known: dict[str, Known]) -> list[str]:
    """Return ids by their numbers. Nobody has a number that is missing: the lock was edited."""
    by_number = {one.n: id for id, one in known.items()}
    return [by_number.get(number, "") for number in range(max(by_number, default=-1) + 1)]


def _trim(row: list[Any]) -> list[Any]:
    """Return a row without what is empty at its end."""
    return row[: max((place for place, one in enumerate(row, 1) if one != ""), default=0)]


def _list_items(pages: Pages) -> Iterator[tuple[str, list[Any]]]:
    """Yield for each item that is there its revision and what it weighs."""
    for id, data in _walk(pages):
        yield id, [data["rev"], data.get("points", 0)]


def _walk(pages: Pages) -> Iterator[tuple[str, dict[str, Any]]]:
    source = pages.editions[0]
    for page in source.pages:
        for step in page.steps:
            yield from step.items.items()
            for made in step.made.values():
                yield from made.items()
        if page.exam:
            yield from page.exam.own.items()
    for bank in source.banks.values():
        yield from bank.items.items()


def _find_heir(id: str, replaced: dict[str, str]) -> str:
    """Return the id that took the place of one, or of the block that made it: what was earned under it weighs what that weighs."""
    head, dot, rest = id.partition(".")
    return replaced.get(id) or replaced.get(head, head) + dot + rest


def _list_named(pages: Pages, lock: Lock) -> dict[str, str]:
    """Return what answers name, of items where nothing is typed: `a b c`. Only such answers leave the device."""
    modules = (*pages.course.modules, *pages.course.source.used_banks)
    blocks = {block.id: cast(Block, block) for module in modules for block in module.blocks}
    named: dict[str, Iterable[str]] = {}
    for id, data in _walk(pages):
        block = blocks.get(id)
        if block and block.spoken:
            continue
        listed = data.get("options")
        options = [one["id"] for one in listed if "id" in one] if isinstance(listed, list) else ["true", "false"] if isinstance(data.get("correct"), bool) else []
        named[id] = [name for choice in (lock.items[id].choices or options) for name in choice.split(" ")[-1].split(".")]
    return {id: " ".join(dict.fromkeys(names)) for id, names in named.items() if names}
