"""The YAML of a translated block: what the source has of ids and texts, with the texts of another language."""

from __future__ import annotations

import re
from typing import Any

from tuokio.read.leaves import list_names, split_lines
from tuokio.read.wording import Entry, Part
from tuokio.translate.pair import Item
from tuokio.translate.text import Told
from tuokio.translate.written import write_tree


def build_entry(entry: Entry, items: list[Item], told: dict[str, Told]) -> dict[str, Any] | None:
    """Return what to write of a block; None if nothing of it is translated."""
    texts: dict[tuple[str | int, ...], str] = {}
    keys: dict[tuple[str | int, ...], str] = {}
    names: dict[str, str] = {}
    for item in items:
        text = told[item.text.id].text if item.text.id in told else item.text.theirs
        if not text:
            continue
        names.setdefault(item.leaf.text, text)
        (keys if item.leaf.is_key else texts)[item.leaf.path] = text
    if not texts and not keys:
        return None
    whole_mappings = {item.leaf.path[:-1] for item in items if item.leaf.is_key}
    for leaf in list_names(entry.kind, entry.data):
        if leaf.text in names:
            (keys if leaf.is_key else texts)[leaf.path] = names[leaf.text]
    wholes = {item.leaf.path for item in items if item.leaf.is_whole}
    theirs = next((item.target.data for item in items if item.target), None)
    built = _Builder(texts, keys, wholes, whole_mappings).build(entry.data, theirs, ())
    return {"id": entry.id, **{key: value for key, value in (built or {}).items() if key != "id"}}


class _Builder:
    def __init__(self, texts: dict[Any, str], keys: dict[Any, str], wholes: set[Any], mappings: set[Any]) -> None:
        self.texts, self.keys, self.wholes, self.mappings = texts, keys, wholes, mappings

    def build(self, source: Any, theirs: Any, path: tuple[str | int, ...]) -> Any:
        """Return what a translation has under a path, None if that is nothing."""
        if path in self.wholes:
            return split_lines(self.texts[path], source) if path in self.texts else None
        if path in self.texts:
            return self.texts[path]
        if isinstance(source, dict):
            return self._build_mapping(source, theirs if isinstance(theirs, dict) else {}, path)
        if isinstance(source, list):
            entries = [self.build(one, theirs[number] if isinstance(theirs, list) and number < len(theirs) else None, (*path, number)) for number, one in enumerate(source)]
            if all(isinstance(one, dict) and "id" in one for one in source):
                return [one for one in entries if one and one.keys() != {"id"}] or None
            while entries and not entries[-1]:
                entries.pop()
            return entries or None
        return None

    def _build_mapping(self, source: dict[str, Any], theirs: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any] | None:
        built: dict[str, Any] = {}
        whole = path in self.mappings and any(at[: len(path)] == path for at in (*self.keys, *self.texts))
        named = any((*path, key) in self.keys for key in source)
        for key, value in source.items():
            inside = (*path, key)
            name = self.keys.get(inside, key)
            text = self.build(value, theirs.get(name), inside)
            if text is not None:
                built[name] = text
            elif whole:
                built[name] = theirs.get(name)  # keys that are texts pair by their place, so each has one
            elif named and isinstance(value, str):
                built[name] = value  # what a name leads to may be no text
            elif name in theirs:
                built[name] = theirs[name]  # the author's own business, such as another picture
        if built and isinstance(source.get("id"), str):
            built = {"id": source["id"], **{key: value for key, value in built.items() if key != "id"}}
        return built or None


def write_fence(part: Part, entries: list[tuple[Entry, dict[str, Any]]], opening: str) -> str:
    """Return a fence of the entries that are translated, opened as the source's is."""
    listed = bool(part.entries[0].at)
    lines = write_tree([tree for _, tree in entries] if listed else entries[0][1])
    text = "\n".join(lines)
    ticks = "`" * max(3, *(len(run) + 1 for run in re.findall(r"^\s*(`{3,})", text, re.M)), len(re.match(r"`*", opening)[0]))
    return f"{ticks}{opening.lstrip('`')}\n{text}\n{ticks}"
