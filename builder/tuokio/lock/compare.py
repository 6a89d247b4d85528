"""A course as it is beside what was published of it: the lock as publishing would leave it, and what may not be published yet."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tuokio.finding import Finding, Severity
from tuokio.lock.faults import Faults
from tuokio.lock.lock import Class, Entry, Known, Lock, Met, Published
from tuokio.lock.survey import Item, find_class, find_whole, list_changes, list_items, list_new
from tuokio.page import Pages


@dataclass
class Comparison:
    """What publishing would do."""

    lock: Lock
    """As it would be afterwards; as it was if there is nothing to publish."""
    findings: list[Finding]
    classed: list[tuple[str, Class]] = field(default_factory=list)
    """What is not as it was, by the id under which authors know it, and how that came."""
    added: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """Whether something keeps it from being published."""
        return any(finding.severity is not Severity.HINT for finding in self.findings)


def compare(pages: Pages, before: Lock, today: date) -> Comparison:
    """Compare a rendered course, whose blocks are still there, with what was published of it."""
    version = before.version + 1
    items = list(list_items(pages))
    changes = list_changes(pages, before)
    new = list_new(changes)
    faults = Faults(pages, before, {item.id for item in items}, today)
    lock = Lock.model_construct(
        course=before.course,
        version=version,
        versions={**before.versions, version: Published(day=today, content=pages.content)},
        changes=[*_end(before.changes, Counter((one.of, one.kind, one.date) for one in changes if not one.new), version), *(Entry(version, one.of, one.kind, one.date) for one in changes if one.new)],
        modules=_number(before.modules, (page.id for page in pages.editions[0].pages), version, faults.replaced),
        steps=_number(before.steps, (f"{page.id}/{step.id}" for page in pages.editions[0].pages for step in page.steps), version, {}),
        items=_number(before.items, (item.id for item in items), version, faults.replaced),
    )
    done = Comparison(lock, [])
    whole = find_whole(pages)
    for page in pages.editions[0].pages:
        for step in page.steps:
            known = lock.steps[f"{page.id}/{step.id}"]
            told = find_class(((page.id, step.id), *whole[page.id], *((page.id, of) for module, of in new if module == page.id and faults.stands(page.id, of) == step.id)), new)
            kind = _meet(known, step.revision, version, told)
            if kind == "kept":
                faults.tell_untold_step(page.id, step.id)
    revs = {item.id: item.rev for item in items}
    for item in items:
        _class_item(item, lock.items[item.id], find_class(item.told_by, new), revs, before, version, faults, done)
    if not any(kind == "back" for _, kind in done.classed):
        faults.tell_forgotten([entry for entry in lock.changes if entry.gone == version and entry.kind == "changed"])
    parts = {of.partition(".")[0] for _, of in new if "." in of}  # an entry of a card speaks of the deck it is in, too
    faults.tell_vanished()
    done.findings = [*faults.findings, *(finding for id, finding in faults.untold.items() if id not in parts)]
    done.added = [id for known, was in ((lock.modules, before.modules), (lock.items, before.items)) for id in known if id not in was and "." not in id] if before.version else []
    done.gone = [id for known in (lock.modules, lock.items) for id, one in known.items() if one.gone == version and "." not in id]
    if before.version and before.versions[before.version].content == pages.content and all(getattr(lock, name) == getattr(before, name) for name in ("changes", "modules", "steps", "items")):
        done.lock = before
    return done


def _class_item(item: Item, known: Known, told: Class | None, revs: dict[str, str], before: Lock, version: int, faults: Faults, done: Comparison) -> None:
    """Note a revision of a block or a question, and tell what is wrong with how it came."""
    was = before.items.get(item.id)
    block = faults.blocks.get(item.id)
    choices = {id: fingerprint(text) for id, text in block.choices().items()} if block else {}
    kind = _meet(known, item.rev, version, told)
    if kind and kind != "new" and (item.name, kind) not in done.classed:
        done.classed.append((item.name, kind))
    if was and was.right and kind in ("typo", "clarified") and set(was.right) != set(item.right):
        faults.tell_other_right(item, kind)
    if was and kind not in (None, "new", "back"):
        moved = _find_moved(was.choices, choices)
        if moved and told != "changed":
            faults.tell_moved(item, moved)
        elif told is None and _changed_itself(item, revs, before, faults):
            faults.tell_unclassed(item)
        elif told is None and item.id == item.block and not item.counts:
            faults.tell_untold_block(item)
        if told is None and block:
            faults.tell_parted(item, [id for id in was.choices if id not in choices])
    known.home, known.choices, known.right = item.home, choices, [*item.right]


def _meet(known: Known, rev: str, version: int, told: Class | None) -> Class | None:
    """Note the revision that learners will meet; return how it came, None if it is as before."""
    if rev == known.rev:
        return None
    kind: Class = "new" if not known.met else "back" if any(met.rev == rev for met in known.met) else told or "kept"
    known.met.append(Met(rev, version, kind))
    return kind


def _changed_itself(item: Item, revs: dict[str, str], before: Lock, faults: Faults) -> bool:
    """Say whether what earns points is other than it was, and not only what stands beside it: another rule's reason, another card to choose."""
    if not item.counts or item.id == item.block:
        return item.counts
    was, block = before.items.get(item.block), faults.blocks.get(item.block)
    if not was or not block:
        return True
    part = item.id.removeprefix(f"{item.block}.").partition(".")[0]
    text = block.choices().get(part)
    return was.choices.get(part) != fingerprint(text) if text is not None else was.rev != revs[item.block]


def _find_moved(was: dict[str, str], now: dict[str, str]) -> list[tuple[str, str]]:
    """Return what answers named by one id and would name by another: both ids, the old one first."""
    by_text = {text: id for id, text in now.items()}
    return [(id, by_text[text]) for id, text in was.items() if now.get(id) != text and text in by_text and was.get(by_text[text]) != text]


def _number(known: dict[str, Known], ids: Iterable[str], version: int, replaced: dict[str, str]) -> dict[str, Known]:
    """Return what is known of ids, the new ones with the next numbers; those that are not there any more are gone."""
    there = list(dict.fromkeys(ids))
    now = {id: one.model_copy(update={"met": [*one.met]}) for id, one in known.items()}
    number = max((one.n for one in now.values()), default=-1)
    for id in there:
        if id in now:
            now[id].gone, now[id].by = None, ""
        else:
            number += 1
            now[id] = Known(n=number)
    for id in now.keys() - set(there):
        now[id].gone, now[id].by = now[id].gone or version, replaced.get(id) or now[id].by
    return now


def _end(entries: list[Entry], live: Counter[tuple[str, str, str]], version: int) -> list[Entry]:
    """Return published entries; those the ledger has no more are gone with this version."""
    found = []
    for entry in entries:
        if not entry.gone:
            key = (entry.of, entry.kind, entry.date)
            entry = entry if live[key] > 0 else entry._replace(gone=version)
            live[key] -= 1
        found.append(entry)
    return found


def fingerprint(text: str) -> str:
    """Return six hexadecimal digits of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]
