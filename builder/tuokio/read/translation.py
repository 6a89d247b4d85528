"""A translation repeats only text; everything else comes from the source.

Blocks pair by id, and inside a block entries of a list pair by id or else by position; so do those of
a mapping whose keys are texts themselves (`match: {left: right}`). What the
translation leaves out stays in the source's language and is marked with it. What it says otherwise
than in words (which option is right, how many points) is a finding, and the source holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tuokio.finding import Finding, Severity, did_you_mean
from tuokio.read.tree import At, Mapping, Sequence
from tuokio.read.yaml import Document

Path = tuple[str | int, ...]
_RANGE = re.compile(r"\s*\d")
_LEVEL = re.compile(r"[+−-]?\d")


@dataclass
class Merged:
    """A translated block laid over its source."""

    document: Document
    borrowed: frozenset[str]
    """Texts that are still the source's."""


def overlay(source: Document, source_at: Path, translation: Document, at: Path, findings: list[Finding], worded: frozenset[str] = frozenset(), whole: frozenset[str] = frozenset()) -> Merged:
    """Lay an entry of a translated document over one of the source's. Every value keeps its own place.

    Under the `worded` keys of the entry, keys are texts that have another wording in another language;
    `cards.facts` is such a key of every entry of a list.
    What a translation has under the keys `whole` is not mixed with the source's.
    """
    return _Overlay(source, translation, at, findings, worded, whole).merge(_look_up(source.data, source_at), _look_up(translation.data, at))


def _look_up(node: Any, at: Path) -> Any:
    for step in at:
        node = node[step]
    return node


class _Overlay:
    def __init__(self, source: Document, translation: Document, at: Path, findings: list[Finding], worded: frozenset[str], whole: frozenset[str]) -> None:
        self.source, self.translation, self.at, self.findings = source, translation, at, findings
        self.worded, self.whole = worded, {(*at, key) for key in whole}
        self.borrowed: set[str] = set()

    def merge(self, source: Any, translated: Any) -> Merged:
        data = self._lay(source, translated, self.at) if isinstance(translated, dict) else source
        document = Document(self.translation.path, data, self.translation.line, self.translation.indent, self.translation.lines)
        return Merged(document, frozenset(self.borrowed))

    def _lay(self, source: Any, translated: Any, at: Path) -> Any:
        if isinstance(source, dict) and isinstance(translated, str) and (key := next((key for key in ("text", "name") if isinstance(source.get(key), str)), "")):
            translated = self._unfold(translated, key, at)
        if isinstance(source, str) and isinstance(translated, dict):
            return translated
        if at in self.whole and translated is not None:
            return translated
        if self._is_worded(at) and (isinstance(source, dict), isinstance(source, list)) != (isinstance(translated, dict), isinstance(translated, list)) and translated is not None:
            self.findings.append(Finding("translation-differs", Severity.WARNING, self.translation.span(at, key=True), f"`{at[-1]}` is written in another way in the source, so they cannot be paired.", "Copy it from the source and translate its texts."))
            self._borrow(source, keys=True)
            return source
        if self._is_worded(at) and isinstance(source, dict) and isinstance(translated, dict):
            return self._lay_worded(source, translated, at)
        if isinstance(source, dict) and isinstance(translated, dict):
            return self._lay_mapping(source, self._name_ranges(source, translated, at), at)
        if isinstance(source, list) and isinstance(translated, list):
            return self._lay_sequence(source, translated, at)
        if translated is None:
            self._borrow(source)
            return source
        if isinstance(source, dict) and isinstance(translated, str) and any(isinstance(one, dict | list) for one in source.values()):
            self.findings.append(Finding("translation-differs", Severity.WARNING, self.translation.span(at, key=True), f"`{at[-1]}` is written in another way in the source, so they cannot be paired.", "Copy it from the source and translate its texts."))
            self._borrow(source)
            return source
        return translated

    def _unfold(self, text: str, key: str, at: Path) -> Mapping:
        """Return an option or a person written as a plain text as the mapping that it stands for."""
        around = _look_up(self.translation.data, at[:-1])
        place = around.at[at[-1]] if isinstance(around, Mapping | Sequence) else None
        unfolded = Mapping({key: text})
        if place:
            unfolded.at[key] = place
        return unfolded

    def _is_worded(self, at: Path) -> bool:
        inside = at[len(self.at) :]
        return bool(inside) and isinstance(inside[-1], str) and ".".join(step for step in inside if isinstance(step, str)) in self.worded

    def _lay_mapping(self, source: dict[str, Any], translated: dict[str, Any], at: Path) -> Mapping:
        merged = Mapping()
        for key in [*source, *(key for key in translated if key not in source)]:
            if key not in source and translated[key] is not None and _is_entry(source, translated[key], inside=at != self.at):
                cure = did_you_mean(key, [other for other in source if other not in translated]) or "Remove it, or add it to the source first."
                self.findings.append(Finding("not-in-source", Severity.WARNING, self.translation.span((*at, key), key=True), f"The source has no `{key}` here, so it is left out.", cure))
            elif translated.get(key) is None:
                if key in source and source[key] is not None:
                    self._borrow(source[key])
                    merged[key] = source[key]
                    merged.at[key] = self._from_source(source, key)
            else:
                merged[key] = self._lay(source.get(key), translated[key], (*at, key)) if key in source else translated[key]
                place = translated.at.get(key) if isinstance(translated, Mapping) else None
                merged.at[key] = (*place[:2], self.translation) if place else self._from_source(source, key)
        return merged

    def _name_ranges(self, source: dict[str, Any], translated: dict[str, Any], at: Path) -> dict[str, Any]:
        """Return feedback by score under the source's ranges, however the translation writes them; another range is left out with a finding."""
        if at[-1:] != ("feedback",) or not any(_RANGE.match(key) for key in source) or not isinstance(translated, Mapping):
            return translated
        named = Mapping()
        written = {_spell_range(key): key for key in source}
        for key, value in translated.items():
            if ours := written.get(_spell_range(key)):
                named[ours], named.at[ours] = value, translated.at[key]
            else:
                self.findings.append(Finding("translation-differs", Severity.WARNING, self.translation.span((*at, key), key=True), f"The source has no range `{key}`, and it holds for every language.", f"Write its ranges: {', '.join(f'`{one}`' for one in source)}."))
        return named

    def _lay_worded(self, source: dict[str, Any], translated: dict[str, Any], at: Path) -> Mapping:
        pairs = pair_keys([*source], [*translated])
        merged = Mapping()
        for key in source:
            other = pairs.get(key)
            if source[key] is None:
                continue  # told of in the source, and left out there
            if other is None:
                self._borrow({key: source[key]}, keys=True)
                merged[key] = source[key]
                merged.at[key] = self._from_source(source, key)
            else:
                merged[other] = self._lay(source[key], translated[other], (*at, other))
                place = translated.at[other]
                merged.at[other] = (*place[:2], self.translation)
        for key in translated:
            if key not in pairs.values():
                self.findings.append(Finding("not-in-source", Severity.WARNING, self.translation.span((*at, key), key=True), "The source has no entry to match this, so it is left out.", "Remove it, or add it to the source first."))
        return merged

    def _lay_sequence(self, source: list[Any], translated: list[Any], at: Path) -> Sequence:
        pairs = pair_entries(source, translated)
        merged = Sequence()
        for number, entry in enumerate(source):
            other = pairs.get(number)
            if other is None:
                self._borrow(entry)
                merged.append(entry)
                merged.at.append(self._from_source(source, number))
            else:
                merged.append(self._lay(entry, translated[other], (*at, other)))
                place = translated.at[other]
                merged.at.append((*place[:2], self.translation))
        for number in sorted(set(range(len(translated))) - set(pairs.values())):
            self.findings.append(Finding("not-in-source", Severity.WARNING, self.translation.span((*at, number)), "The source has no entry to match this, so it is left out.", "Remove it, or add it to the source first."))
        return merged

    def _from_source(self, container: Any, step: str | int) -> At:
        place = container.at.get(step) if isinstance(container, Mapping) else container.at[step] if isinstance(container, Sequence) else None
        return (*place[:2], place[2] or self.source) if place else ((0, 0, 1), (0, 0, 1), self.source)

    def _borrow(self, node: Any, *, keys: bool = False) -> None:
        if isinstance(node, dict):
            for key, value in node.items():
                self._borrow(value)
                if keys:
                    self.borrowed.add(key.strip())
        elif isinstance(node, list):
            for value in node:
                self._borrow(value)
        elif node:
            self.borrowed.add(node.strip())


def _is_entry(source: dict[str, Any], value: Any, *, inside: bool) -> bool:
    """Say whether what the source lacks would be an entry, as scenes and levels of a mood are, and not a text it says nothing about."""
    entries = inside and bool(source) and (all(isinstance(one, dict) for one in source.values()) or all(_LEVEL.fullmatch(key) for key in source))
    return entries or isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _spell_range(key: str) -> str:
    """Return a range of scores in one spelling: `0–49 %` is `0-49`."""
    return re.sub(r"[\s%]", "", re.sub("[–—]", "-", key))


def pair_entries(source: list[Any], translated: list[Any]) -> dict[int, int]:
    """Return which entry of the translation goes with which of the source: by id where it has one, else by position."""
    ids = {entry["id"]: number for number, entry in enumerate(source) if isinstance(entry, dict) and isinstance(entry.get("id"), str)}
    pairs = {}
    for number, entry in enumerate(translated):
        id = entry.get("id") if isinstance(entry, dict) else None
        if id in ids:
            pairs[ids[id]] = number
        elif id is None and number < len(source):
            pairs.setdefault(number, number)
    return pairs


def pair_keys(source: list[str], translated: list[str]) -> dict[str, str]:
    """Return which key of the translation goes with which of the source: the same where there is one, such as a product's name, else by position."""
    pairs = {key: key for key in translated if key in source}
    for ours, theirs in zip(source, translated, strict=False):
        if theirs not in source:
            pairs.setdefault(ours, theirs)
    return pairs


def without_differences(merged: Merged, theirs: dict[str, Any], ours: dict[str, Any], findings: list[Finding]) -> Merged:
    """Take out of a translated block what differs from the source in more than words, with a finding for each."""
    data = merged.document.data
    for path in _differences(ours, theirs):
        name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
        span = merged.document.span(path)
        findings.append(Finding("translation-differs", Severity.WARNING, span, f"`{name}` is not as in the source, which holds for every language.", "Remove it here: a translation repeats only text."))
        _restore(data, path, ours)
    return merged


def _differences(ours: Any, theirs: Any, at: Path = ()) -> Iterator[Path]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in {**ours, **theirs}:
            yield from _differences(ours.get(key), theirs.get(key), (*at, key))
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs) and any(isinstance(one, dict | list) for one in ours):
        for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            yield from _differences(one, other, (*at, number))
    elif ours != theirs:
        yield at


def _restore(data: Any, path: Path, ours: dict[str, Any]) -> None:
    """Put the source's value back under a path: as text, which is what models read."""
    *way, last = path
    for step in way:
        if not (isinstance(data, dict) and step in data or isinstance(data, list) and isinstance(step, int) and step < len(data)):
            return
        data = data[step]
    value = _look_up(ours, tuple(path[:-1])).get(last) if isinstance(last, str) else None
    if value is None:
        data.pop(last, None) if isinstance(data, dict) else None
    elif isinstance(data, dict):
        data[last] = value


def did_you_mean_id(id: str, known: list[str]) -> str:
    """Return the cure for an id that the source does not have."""
    return did_you_mean(id, known) or (f"The source has {', '.join(f'`{one}`' for one in known[:8])}." if known else "The source has none.")
