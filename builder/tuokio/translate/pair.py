"""A file of the source beside its translation: every text with its counterpart, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tuokio.course import Module
from tuokio.following import FRONT
from tuokio.read.leaves import Leaf, list_leaves
from tuokio.read.source import Source
from tuokio.read.wording import Entry, Part, Script, Section, find_homes, list_front, parse_signs, sign, take_apart
from tuokio.translate.text import UNTRANSLATED, State, Text, compare

KINDS = {"text": "text", "heading": "heading", "list": "list", "quotation": "quotation", "note": "note", "table": "table", "footnote": "footnote", "html": "HTML"}
NOUNS = {"options": "option", "cases": "case", "items": "item", "tabs": "tab", "cards": "card", "scenes": "scene", "replies": "reply", "promises": "promise", "customers": "customer", "regions": "region", "chapters": "chapter", "statements": "statement", "hints": "hint"}
"""What the entries of a list are called, one by one."""


@dataclass
class Item:
    """A text with what it was found in."""

    text: Text
    step: str
    sign: str
    parts: list[Part] = field(default_factory=list)
    """Where it stands in the source; several where a step's texts cannot be told apart in the translation."""
    targets: list[Part] = field(default_factory=list)
    """And in the translation."""
    path: tuple[str, ...] = ()
    """In the front matter."""
    entry: Entry | None = None
    target: Entry | None = None
    leaf: Leaf | None = None
    signs: list[str] = field(default_factory=list)
    """Of each of its parts, where they are several."""
    has_moved: bool = False
    """Its translation stands where another text of the block belongs now."""
    old: str = ""
    """The sign noted now."""


@dataclass
class Pair:
    """A module or a bank and its translation, taken apart."""

    module: Module
    source: Script
    translation: Script | None
    items: list[Item]
    homes: dict[str, str]
    """Under which key of the notes each block stands."""
    language: str
    follows: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    """What is noted that the translation follows now, step by step: of its own texts, and of those of its blocks."""

    def of_step(self, step: str, *, blocks: bool) -> list[Item]:
        """Return a step's own texts, or those of its blocks."""
        return [item for item in self.items if item.step == step and bool(item.leaf) is blocks]

    def of_entry(self, entry: Entry) -> list[Item]:
        """Return the texts of a block."""
        return [item for item in self.items if item.entry is entry]


def pair(module: Module, source: Source, language: str, translated: Module | None = None, text: Source | None = None, noted: Mapping[str, str] | None = None) -> Pair:
    """Lay a source beside its translation, if it has one. `noted`: which wording that follows, step by step (`following.py`)."""
    ours = take_apart(source, module)
    theirs = take_apart(text, translated) if translated and text else None
    follows = {step: parse_signs(signs) for step, signs in noted.items()} if translated and noted else {}
    found = Pair(module, ours, theirs, [], find_homes(module), language, follows)
    found.items += _pair_front(found, translated, follows)
    names = {step.id: step.title for step in module.steps}
    for section in ours.sections:
        if section.step == FRONT:
            continue
        where = f"Step “{names.get(section.step) or module.title}”" if not module.is_bank else ""
        own = iter(_pair_prose(found, section, where, follows.get(section.step, ([], []))[0]))
        waiting = list(own)
        for part in section.parts:
            if part.is_prose:
                while waiting and part in waiting[0].parts:
                    found.items.append(waiting.pop(0))
            for entry in part.entries:
                found.items += _pair_entry(found, entry, where)
    _judge_blocks(found, follows)
    return found


def _pair_front(found: Pair, translated: Module | None, follows: dict[str, tuple[list[str], list[str]]]) -> Iterator[Item]:
    ours = list_front(found.source, found.module)
    theirs = dict(list_front(found.translation, translated)) if found.translation and translated else {}
    if translated:  # entries of the ledger pair by what they are of
        notes = {(change.of, change.date): change.note for change in translated.front.changes}
        theirs |= {("changes", str(number), "note"): notes.get((change.of, change.date), "") for number, change in enumerate(found.module.front.changes)}
    signs = [sign(text) for _, text in ours]
    judged = compare(follows.get(FRONT, ([], []))[0], signs)
    for (path, text), mark, (_, state) in zip(ours, signs, judged, strict=True):
        told = theirs.get(path, "") if state is not State.NEW or not follows else theirs.get(path, "")
        name = {"title": "Title of the module", "why": "Why the module matters", "objectives": f"Objective `{path[-1]}`", "changes": "What has changed, for those who learned it before"}[path[0]]
        label = "/".join(path)
        one = Text(f"{found.module.id}/{FRONT}/{label}", found.module.path.name, name, text, told, _settle(told, state, bool(follows)))
        yield Item(one, FRONT, mark, path=path)


def _settle(theirs: str | None, state: State, noted: bool) -> State:
    """Return the state of a text: one that is there is done unless it is noted that it follows something else."""
    if not (theirs or "").strip():
        return State.NEW
    return state if noted else State.DONE


def _pair_prose(found: Pair, section: Section, where: str, old: list[str]) -> Iterator[Item]:
    ours = section.prose
    there = found.translation.find(section.step) if found.translation else None
    theirs = there.prose if there else []
    signs = [sign(part.text) for part in ours]
    judged = compare(old, signs)
    if not theirs:
        pairs: list[int | None] = [None] * len(ours)
    elif len(old) == len(theirs):
        pairs = [before for before, _ in judged]
    elif len(theirs) == len(ours):
        pairs = list(range(len(ours)))
    else:
        yield from _pair_whole(found, section, theirs, signs, where, old)
        return
    for number, (part, mark, (before, state)) in enumerate(zip(ours, signs, judged, strict=True)):
        target = theirs[other] if (other := pairs[number]) is not None else None
        noted = old[before] if before is not None else ""
        told = target.text if target and noted != UNTRANSLATED else ""
        text = Text(f"{found.module.id}/{section.step}/{number + 1}", found.module.path.name, f"{where}, {KINDS[part.kind]}", part.text, told, _settle(told, state, bool(old)), part.kind)
        yield Item(text, section.step, mark, [part], [target] if target else [], old=noted)


def _pair_whole(found: Pair, section: Section, theirs: list[Part], signs: list[str], where: str, old: list[str]) -> Iterator[Item]:
    """Pair the texts of a step as one, as its translation has more or fewer; a heading stays by itself."""
    ours = section.prose
    heads = 1 if ours[0].kind == "heading" and theirs[0].kind == "heading" else 0
    state = State.DONE if not old or old == signs else State.CHANGED
    if heads:
        text = Text(f"{found.module.id}/{section.step}/1", found.module.path.name, f"{where}, heading", ours[0].text, theirs[0].text, State.DONE if not old or old[0] == signs[0] else State.CHANGED, "heading")
        yield Item(text, section.step, signs[0], [ours[0]], [theirs[0]], old=old[0] if old else "")
    if ours[heads:]:
        whole, other = ("\n\n".join(part.write(part.text) for part in parts[heads:]) for parts in (ours, theirs))
        text = Text(f"{found.module.id}/{section.step}/all", found.module.path.name, f"{where}, its whole text", whole, other, _settle(other, state, bool(old)), "whole")
        yield Item(text, section.step, sign(whole), ours[heads:], theirs[heads:], signs=signs[heads:])


def _pair_entry(found: Pair, entry: Entry, where: str) -> Iterator[Item]:
    there = next((one for section in found.translation.sections for part in section.parts for one in part.entries if one.id == entry.id), None) if found.translation else None
    for leaf in list_leaves(entry.kind, entry.data, there.data if there else None):
        place = f"{where}, " if where else ""
        text = Text(f"{found.module.id}/{entry.id}/{leaf.name}", f"banks/{found.module.path.name}" if found.module.is_bank else found.module.path.name, f"{place}{entry.kind.kind()} `{entry.id}`: {_name(leaf)}", leaf.text.strip(), (leaf.theirs or "").strip(), kind=leaf.key)
        yield Item(text, found.homes[entry.id], sign(leaf.text), entry=entry, target=there, leaf=leaf)


def _name(leaf: Leaf) -> str:
    """Return a path inside a block in words: `option 2, feedback`."""
    words: list[str] = []
    for step in leaf.name.split("/"):
        if words and (step.isdigit() or words[-1] in NOUNS):
            words[-1] = f"{NOUNS.get(words[-1], words[-1])} {step}"
        else:
            words.append(step)
    return ", ".join(words).replace("_", " ") + (", one on each line" if leaf.is_whole else "")


def _judge_blocks(found: Pair, follows: dict[str, tuple[list[str], list[str]]]) -> None:
    """Say of each text of the blocks whether it is as it was translated."""
    for step in dict.fromkeys(found.homes.values()):
        items = [item for item in found.items if item.leaf and item.step == step]
        old = follows.get(step, ([], []))[1]
        judged = compare(old, [item.sign for item in items])
        if old:
            _pair_by_signs(items, old, judged)
        for item, (before, state) in zip(items, judged, strict=True):
            item.old = old[before] if before is not None else ""
            item.text.state = _settle(item.text.theirs, state, bool(old))
            if item.text.state is State.NEW and item.text.theirs == item.text.source:
                item.text.theirs = ""  # it stands there for the sake of its place


def _pair_by_signs(items: list[Item], old: list[str], judged: list[tuple[int | None, State]]) -> None:
    """Give texts that have no ids their translations back where others came in between: in their old order they were a pair."""
    targets = {item.target.id: item.target for item in items if item.target}
    theirs = iter([leaf for target in targets.values() for leaf in list_leaves(target.kind, target.data)])
    there = [None if sign == UNTRANSLATED else next(theirs, None) for sign in old]
    if next(theirs, None) is not None or any(leaf is None for leaf, sign in zip(there, old, strict=True) if sign != UNTRANSLATED):
        return
    pairs = [(item, there[before] if before is not None else None) for item, (before, _) in zip(items, judged, strict=True)]
    if any(leaf and leaf.key != item.leaf.key for item, leaf in pairs):
        return  # its author wrote the keys in another order
    for item, leaf in pairs:
        told = leaf.text.strip() if leaf else ""
        item.has_moved = told != item.text.theirs
        item.text.theirs = told
