"""What a learner of an earlier version is told of this one."""

from __future__ import annotations

from tuokio.lock.lock import Lock
from tuokio.lock.survey import Change, find_class, list_changes, list_items, list_new
from tuokio.page import News, Page, Pages, Reopened


def tell(pages: Pages, lock: Lock) -> None:
    """Note on a course what came with its versions. What is not published yet counts as the next one, so that its author sees it as learners will."""
    pages.course.version = lock.version
    latest = lock.versions.get(lock.version)
    pages.course.published = str(latest.day) if latest and latest.content == pages.content else ""
    changes = list_changes(pages, lock)
    pages.news = News(_list_reopened(pages, changes), _list_stale(pages, lock, changes), lock.replaced)


def _list_reopened(pages: Pages, changes: list[Change]) -> list[Reopened]:
    homes = {page.id: (page, module.places) for page, module in zip(pages.editions[0].pages, pages.course.modules, strict=True)}
    return [found for change in changes if change.kind == "changed" and change.version > 1 and (found := _place(change, *homes[change.module]))]


def _place(change: Change, page: Page, places: dict[str, str]) -> Reopened | None:
    """Return where one goes to catch up; None for a question of a bank, which nobody has met for sure: its own results are stale, and no more."""
    if change.of in places or change.of.partition(".")[0] in places:
        step = places.get(change.of) or places[change.of.partition(".")[0]]
        step = step.split("/")[2]
        return Reopened(page.id, step, change.of, change.version, next((round(one.minutes, 1) for one in page.steps if one.id == step and one.minutes), page.minutes))
    return Reopened(page.id, "", change.of, change.version, page.minutes) if change.of == page.id else None


def _list_stale(pages: Pages, lock: Lock, changes: list[Change]) -> dict[str, list[str]]:
    """Return which revisions mean something else than what is asked now."""
    stale, new = {}, list_new(changes)
    for item in list_items(pages):
        known = lock.items.get(item.id)
        if not known or not known.met:
            continue
        meanings = known.meanings
        now = meanings.get(item.rev) or (0 if find_class(item.told_by, new) == "changed" else meanings[known.rev])
        if old := [rev for rev, meaning in meanings.items() if meaning != now]:
            stale[item.id] = old
    return stale
