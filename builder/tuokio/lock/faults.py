"""What keeps a course from being published as it is, and what its author may have forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from tuokio.blocks.block import Block
from tuokio.blocks.made import Maker
from tuokio.course import Module
from tuokio.finding import Finding, Severity, Span, did_you_mean
from tuokio.lock.lock import Entry, Known, Lock
from tuokio.lock.survey import Item
from tuokio.page import Pages

ALIKE = 0.5
"""How near a new id is to one that went away to be taken for its new name."""
LONGEST = 40
"""Characters by which an option is named in a cure."""


class Faults:
    """Findings about a course beside what was published of it."""

    def __init__(self, pages: Pages, before: Lock, there: set[str], today: date) -> None:
        self.course, self.before, self.today = pages.course, before, today
        self.findings: list[Finding] = []
        self.untold: dict[str, Finding] = {}
        """Hints of blocks by their ids, which an entry of one of their parts answers."""
        self.modules: dict[str, Module] = {module.id: module for module in self.course.modules}
        self.banks = {bank.id: bank for bank in self.course.source.used_banks}
        self.blocks: dict[str, Block] = {block.id: cast(Block, block) for module in (*self.modules.values(), *self.banks.values()) for block in module.blocks}
        self.there = there | self.modules.keys()
        self.retired = set(self.course.settings.retired)
        self.replaced: dict[str, str] = {}
        self._told: set[str] = set()
        self._read_replaced()
        self._read_retired()
        self._read_days()

    def stands(self, module: str, of: str) -> str:
        """Return the step of a module in which what an entry names stands; an empty text if it names the module."""
        places = self.modules[module].places
        place = places.get(of) or places.get(of.partition(".")[0]) or ""
        return place.split("/")[2] if place else ""

    def tell_unclassed(self, item: Item) -> None:
        """What earns points is not as published, and no new entry says so."""
        of = item.name
        if of not in self._told:
            self._told.add(of)
            self._add("unclassed-change", Severity.ERROR, self._find(item), f"`{of}` is not as in version {self.before.version}, and nothing says whether what learners did still counts.", f"{self._suggest(item, of)} With `typo` nobody is told, with `clarified` it means the same and is only shown, with `changed` it is asked again. Or take back the words it had.")

    def tell_moved(self, item: Item, moved: list[tuple[str, str]]) -> None:
        """Options and the like have other ids than before, so recorded answers would mean others."""
        words = self.blocks[item.id].choices()
        named = ", ".join(f"`id: {_bare(was)}` for “{_short(words[now])}”" for was, now in moved[:4]) + (" …" if len(moved) > 4 else "")
        self._add("moved-options", Severity.ERROR, self._find(item), f"In `{item.id}` {_list_ids([was for was, _ in moved])} {'is' if len(moved) == 1 else 'are'} not what learners chose by that name in version {self.before.version}: recorded answers would mean others.", f"Put them back in the order they had and new ones last, or name them as they were: {named}. If the question is another one now, say so. {self._suggest(item, item.id, 'changed')}")

    def tell_other_right(self, item: Item, kind: str) -> None:
        """Another answer is right than before, and results of the old one count on."""
        cure = f"If they learnt what is wrong, write `kind: changed`, and it is asked again. If `{kind}` is meant, nothing need be done."
        self._add("other-answer", Severity.HINT, self._find(item), f"In `{item.name}` another answer is right than in version {self.before.version}. As a `{kind}` it lets those who answered before go on with theirs.", cure)

    def tell_parted(self, item: Item, parts: list[str]) -> None:
        """Cards or cases that learners have met are not there any more."""
        if not isinstance(self.blocks[item.id], Maker) or item.id in self._told:
            return
        for part in parts:
            of = f"{item.id}.{part}"
            if of not in self.retired and item.id not in self.retired:
                self._add("vanished-id", Severity.ERROR, self._find(item), f"`{of}` was published in version {self.before.version} and is not there any more.", f"If it went away for good, add `retired: [{of}]` to course.yaml. If it only has another id now, write the one it had.")

    def tell_untold_block(self, item: Item) -> None:
        """What is shown is not as published; perhaps learners should know."""
        self.untold[item.id] = Finding("untold-change", Severity.HINT, self._find(item), f"`{item.id}` is not as in version {self.before.version}, and learners are not told.", f"If what they learnt is wrong now, tell them. {self._suggest(item, item.id, 'changed')}")

    def tell_untold_step(self, module: str, step: str) -> None:
        """A text is not as published; perhaps learners should know."""
        home = self.modules[module]
        span = next((one.span for one in home.steps if one.id == step), Span(home.path))
        self._add("untold-change", Severity.HINT, span, f"The text of the step `{step}` is not as in version {self.before.version}, and learners are not told.", f"If what they learnt is wrong now, tell them. {_write_entry(home, step, 'changed', self.today)}")

    def tell_forgotten(self, entries: Sequence[Entry]) -> None:
        """Entries left the ledger though nothing was taken back."""
        for one in entries:
            cure = "Put it back, unless the course is again as it was before. A ledger keeps its history."
            self._add("forgotten-change", Severity.HINT, Span(self.course.folder / "course.yaml"), f"The change of `{one.of}` on {one.date} came with version {one.version} and is in no ledger any more, so nobody who passed earlier is asked to catch up.", cure)

    def tell_vanished(self) -> None:
        """What learners have met is nowhere, and nobody said where it went."""
        lost = {id for id, one in self.before.modules.items() if not one.gone and id not in self.modules}
        new = [id for id in self.there if id not in self.before.items and id not in self.before.modules and "." not in id]
        for id in sorted(lost):
            if id not in self.retired and id not in self.replaced:
                cure = f"If its file only has another name, write `id: {id}` at its top. If another module took its place, write `replaces: {id}` at the top of that one. If it went away for good, add `retired: [{id}]` to course.yaml."
                self._add("vanished-id", Severity.ERROR, Span(self.course.folder / "course.yaml"), f"The module `{id}` was published in version {self.before.version} and is not there any more.", self._guess(id, [one for one in new if one in self.modules]) + cure)
        for id, one in self.before.items.items():
            home = one.home.split("/")
            where = home[1] if home[0] == "banks" else home[0]
            if one.gone or id in self.there or "." in id or id in self.retired or id in self.replaced or where in lost | self.retired:
                continue
            cure = f"If another took its place, write `replaces: {id}` in that one. If it went away for good, add `retired: [{id}]` to course.yaml."
            self._add("vanished-id", Severity.ERROR, self._find_home(one), f"`{id}` was published in version {self.before.version}, {'in' if home[0] == 'banks' else 'at'} `{one.home}`, and is not there any more.", self._guess(id, new) + cure)
        self._tell_renamed_steps(lost)

    def _tell_renamed_steps(self, lost: set[str]) -> None:
        """A step's id is made of its heading: reworded, who read half of a module reads the step again."""
        for module in self.modules.values():
            now = {f"{module.id}/{step.id}": step for step in module.steps}
            fresh = [step for id, step in now.items() if id not in self.before.steps]
            for id, one in self.before.steps.items():
                if fresh and id.startswith(f"{module.id}/") and id not in now and not one.gone:
                    name = id.partition("/")[2]
                    self._add("vanished-step", Severity.HINT, fresh[0].span, f"The step `{name}` was published in version {self.before.version} and is not there any more.", f"If its heading is only worded anew, keep its id: `## … {{#{name}}}`. Else whoever had read it is shown the new one.")

    def _read_replaced(self) -> None:
        places = [(old, block.id, block.span("replaces")) for block in self.blocks.values() for old in block.replaces]
        places += [(old, module.id, module.span("replaces")) for module in self.modules.values() for old in module.front.replaces]
        known = self.before.items.keys() | self.before.modules.keys()
        holds = {old: new for old, new, _ in places}
        for old, new, span in places:
            if old in self.there:
                self._add("replaced-id", Severity.WARNING, span, f"`{old}` is still in the course, so nothing can take its place.", "Remove this line, or what it names.")
            elif old not in known:
                self._add("unknown-id", Severity.HINT, span, f"No version had `{old}`, so nothing is carried over.", did_you_mean(old, [id for id in known if "." not in id]) or "Remove this line, unless it is only just to be published.")
            else:
                self.replaced[old] = new
                if holds[old] != new:
                    self._add("replaced-twice", Severity.WARNING, span, f"Both `{new}` and `{holds[old]}` say that they took the place of `{old}`. Only `{holds[old]}` holds.", f"Leave `replaces: {old}` to the one that learners of `{old}` need not take again, and remove it from the other.")

    def _read_retired(self) -> None:
        known = self.before.items.keys() | self.before.modules.keys() | {one.home.partition("/")[2] for one in self.before.items.values() if one.home.startswith("banks/")}
        known |= {id.rpartition(".")[0] for id in self.before.items} | {f"{id}.{part}" for id, one in self.before.items.items() for part in one.choices}
        parts = {f"{id}.{part}" for id, block in self.blocks.items() if isinstance(block, Maker) for part in block.choices()}
        for number, id in enumerate(self.course.settings.retired):
            span = self.course.span("retired", number)
            if id in self.there | parts | self.banks.keys():
                self._add("retired-id", Severity.WARNING, span, f"`{id}` is still in the course.", "Remove it there, or from `retired`.")
            elif id not in known:
                self._add("unknown-id", Severity.HINT, span, f"No version had `{id}`.", did_you_mean(id, [one for one in known if one]) or "Remove it.")

    def _read_days(self) -> None:
        for module in self.modules.values():
            for number, change in enumerate(module.front.changes):
                if change.date > self.today:
                    self._add("future-change", Severity.HINT, module.span("changes", number, "date"), f"This change is dated {change.date}, and that day is still to come. Learners are told of it as soon as this version is published.", f"If it holds already, write `date: {self.today}`. Else publish it when its day comes.")

    def _guess(self, id: str, new: Sequence[str]) -> str:
        near = did_you_mean(id, new, ALIKE)
        return f"{near} Then write `id: {id}` there again. " if near else ""

    def _suggest(self, item: Item, of: str, kind: str = "clarified") -> str:
        module = next((self.modules[module] for module, name in item.told_by if name == of), None) or next((self.modules[module] for module, _ in item.told_by), None)
        return _write_entry(module, of, kind, self.today) if module else "Write an entry under `changes:` in a module that draws it."

    def _find(self, item: Item) -> Span:
        return self.blocks[item.block].span() if item.block in self.blocks else Span(self.course.folder / "course.yaml")

    def _find_home(self, known: Known) -> Span:
        """Return the place where something stood: its step, else its file."""
        where, _, step = known.home.partition("/")
        module = self.banks.get(step) if where == "banks" else self.modules.get(where)
        if module is None:
            return Span(self.course.folder / "course.yaml")
        return next((one.span for one in module.steps if one.id == step), Span(module.path))

    def _add(self, id: str, severity: Severity, span: Span, message: str, cure: str) -> None:
        self.findings.append(Finding(id, severity, span, message, cure))


def _write_entry(module: Module, of: str, kind: str, today: date) -> str:
    return f"Write at the top of {module.path.name}, first under `changes:`: `- {{date: {today}, of: {of}, kind: {kind}, note: …}}`."


def _bare(id: str) -> str:
    """Return an option's id without what tells where it stands: a scene, a gap, that it is a bucket."""
    return id.rpartition(" ")[2].rpartition(".")[2]


def _list_ids(ids: list[str]) -> str:
    named = [f"`{_bare(id)}`" for id in ids[:4]]
    return " and ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else named[0]


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"
