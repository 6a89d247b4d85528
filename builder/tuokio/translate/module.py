"""The file of a translated module or bank: composed of its source where there is none, else changed only where something came back."""

from __future__ import annotations

from collections import defaultdict

from tuokio.following import FRONT
from tuokio.read.places import find_places
from tuokio.read.wording import Entry, Part, Section
from tuokio.translate.block import build_entry, write_fence
from tuokio.translate.pair import Item, Pair
from tuokio.translate.prose import mark_language
from tuokio.translate.text import Told
from tuokio.translate.written import write_key, write_scalar, write_tree


def write_translation(pair: Pair, told: dict[str, Told]) -> str:
    """Return the text of the translation with what was `told`, by the ids of the texts."""
    writer = _Writer(pair, told)
    if pair.module.is_bank:
        return writer.write_bank()
    front = writer.write_front()
    body = writer.write_body() if pair.translation else writer.compose_body()
    apart = "\n" if front and pair.translation and not pair.translation.body else ""
    return (f"---\n{front}---\n{apart}" if front else "") + body


class _Writer:
    def __init__(self, pair: Pair, told: dict[str, Told]) -> None:
        self.pair, self.told = pair, told
        self.lines = pair.translation.source.lines if pair.translation else []
        self.edits: list[tuple[int, int, str]] = []
        """Of the translation's text: from, to (characters from 0), what to put there."""
        self.offsets = [0]
        for line in self.lines:
            self.offsets.append(self.offsets[-1] + len(line) + 1)

    # Front matter

    def write_front(self) -> str:
        """Return the front matter without its marks."""
        script = self.pair.translation
        old = script.front.data if script and script.front and isinstance(script.front.data, dict) else {}
        text = "".join(f"{line}\n" for line in self.lines[1 : script.body - 1]) if script and old else ""
        items = [item for item in self.pair.of_step(FRONT, blocks=False) if item.text.id in self.told]
        if script and (heading := script.find(FRONT)) and not old.get("title"):
            for item in [item for item in items if item.path == ("title",)]:
                self._replace(heading.parts[0], heading.parts[0].write(self.told[item.text.id].text))
                items.remove(item)
        values, _ = find_places(text)
        if text and all(item.path in values and item.path[0] != "changes" for item in items):
            for item in sorted(items, key=lambda item: -values[item.path].start):
                place = values[item.path]
                text = text[: place.start] + write_scalar(self.told[item.text.id].text, place.column, flow=place.flow) + ("\n" if place.style in ("|", ">") else "") + text[place.end :]
            return text
        return "".join(f"{line}\n" for line in write_tree(self._build_front(old)))

    def _build_front(self, old: dict[str, object]) -> dict[str, object]:
        texts = {item.path: self.told[item.text.id].text if item.text.id in self.told else item.text.theirs for item in self.pair.of_step(FRONT, blocks=False)}
        texts = {path: text for path, text in texts.items() if text}
        if self.pair.translation and self.pair.translation.find(FRONT) and not old.get("title"):
            texts.pop(("title",), None)
        tree: dict[str, object] = {key: texts[key,] for key in ("title", "why") if (key,) in texts}
        if objectives := {path[1]: text for path, text in texts.items() if path[0] == "objectives"}:
            tree["objectives"] = objectives
        source = self.pair.module.front.changes
        if notes := {int(path[1]): text for path, text in texts.items() if path[0] == "changes"}:
            tree["changes"] = [{"date": source[number].date.isoformat(), "of": source[number].of, "note": text} for number, text in notes.items()]
        return tree | {key: value for key, value in old.items() if key not in tree and key not in ("title", "why", "objectives", "changes")}

    # A file that is new

    def compose_body(self) -> str:
        """Return the text of a module that was not translated yet."""
        sections = [text for section in self.pair.source.sections if section.step != FRONT and (text := self._compose_section(section))]
        return "".join(f"\n{text}\n" for text in sections)

    def _compose_section(self, section: Section) -> str:
        """Return a step as the source has it, with the texts that came; empty if none did."""
        inside = [item for item in self.pair.items if any(part in section.parts for part in item.parts) or item.entry and any(item.entry in part.entries for part in section.parts)]
        if not any(item.text.id in self.told for item in inside):
            return ""
        text, before = "", None
        for part in section.parts:
            if written := self._compose_part(part):
                gap = part.first - before.last if before else 0
                text += "\n" * (1 + (gap if before and gap < 3 else 1) if text else 0) + written
                before = part
            else:
                before = Part("", 0, part.first - 1)  # a line is left empty where something is left out
        return text

    def _compose_part(self, part: Part) -> str:
        if part.is_prose:
            item = next(item for item in self.pair.items if part in item.parts)
            if item.text.id not in self.told:
                return mark_language(part, self.pair.module.language)
            return self._name_heading(part, part.write(self.told[item.text.id].text), item.step)
        if part.kind != "fence":
            return "\n".join(self.pair.source.source.lines[part.first : part.last])
        entries = [(entry, tree) for entry in part.entries if (tree := build_entry(entry, self.pair.of_entry(entry), self.told))]
        return write_fence(part, entries, self._opening(part)) if entries else ""

    def _opening(self, part: Part) -> str:
        return self.pair.source.source.lines[part.first].strip()

    def _name_heading(self, part: Part, text: str, step: str) -> str:
        """Give a step's heading the id its source goes by without having it, so that they stay a pair."""
        level = len(part.before.strip())
        return f"{text.rstrip()} {{#{step}}}" if part.kind == "heading" and level in (1, 2) and "{#" not in part.after else text

    # A file that is there

    def write_body(self) -> str:
        """Return what is below the front matter, with what came in its place."""
        script = self.pair.translation
        last = self.offsets[min(script.body, len(self.lines))]
        for section in self.pair.source.sections:
            if section.step == FRONT:
                continue
            there = script.find(section.step)
            if there:
                self._edit_section(section, there)
                last = max(last, self._end(there.parts[-1]))
            elif text := self._compose_section(section):
                self.edits.append((last, last, f"\n\n{text}" if last > self.offsets[script.body] else f"\n{text}\n"))
        return self._apply_from(self.offsets[min(script.body, len(self.lines))])

    def _edit_section(self, section: Section, there: Section) -> None:
        prose = [item for item in self.pair.of_step(section.step, blocks=False) if any(part in section.parts for part in item.parts)]
        touched = any(item.text.id in self.told for item in prose)
        if touched:
            kept = {id(target) for item in prose for target in item.targets}
            for part in there.prose:
                if id(part) not in kept:
                    self._remove(part)
        anchor = self._end(there.parts[0]) if there.parts[0].kind == "heading" else None  # where what comes next may be put in
        for part in section.parts:
            if part.is_prose:
                item = next(item for item in prose if part in item.parts)
                if item.parts[0] is not part:
                    continue
                if item.targets:
                    anchor = self._end(item.targets[-1])
                    if item.text.id in self.told:
                        self._replace_texts(item)
                elif touched:
                    text = part.write(self.told[item.text.id].text) if item.text.id in self.told else mark_language(part, self.pair.module.language)
                    self._insert(text, anchor, there)
            for entry in part.entries:
                anchor = self._edit_entry(part, entry, there, anchor)

    def _replace_texts(self, item: Item) -> None:
        first, *others = item.targets
        text = self.told[item.text.id].text
        if len(item.parts) > 1 or others or item.text.kind == "whole":
            self._replace(first, text)
        else:
            self._replace(first, (first if first.kind == item.parts[0].kind else item.parts[0]).write(text))
        for part in others:
            self._remove(part)

    def _insert(self, text: str, anchor: int | None, there: Section) -> None:
        """Put a part after another, or before the first of its step."""
        start = self.offsets[there.parts[0].first]
        self.edits.append((anchor, anchor, f"\n\n{text}") if anchor is not None else (start, start, f"{text}\n\n"))

    def _edit_entry(self, part: Part, entry: Entry, there: Section, anchor: int | None) -> int | None:
        """Write what came for a block, and return where what follows it may be put in."""
        items = self.pair.of_entry(entry)
        home, target = next(((one, other) for one in there.parts for other in one.entries if other.id == entry.id), (None, None))
        told = [item for item in items if item.text.id in self.told]
        if target:
            if told and not self._replace_scalars(target, told):
                self._rewrite_entry(home, target, build_entry(entry, items, self.told))
            return self._end(home)
        if told and (tree := build_entry(entry, items, self.told)):
            self._insert(write_fence(part, [(entry, tree)], self._opening(part)), anchor, there)
        return anchor

    def _replace_scalars(self, target: Entry, told: list[Item]) -> bool:
        """Put texts where others stand, and say whether all had such a place."""
        document = target.document
        first = document.line - 1
        text = "\n".join(self.lines[first : first + len(document.lines) - (1 if document.lines[-2] else 2)])
        if any(item.leaf.there is None or item.leaf.is_whole or item.has_moved for item in told) or document.indent:
            return False
        values, keys = find_places(text)
        edits = []
        for item in told:
            place = (keys if item.leaf.is_key else values).get((*target.at, *item.leaf.there))
            if place is None or place.style in ("[", "{"):
                return False
            new = self.told[item.text.id].text
            written = write_key(new) if item.leaf.is_key else write_scalar(new, place.column, flow=place.flow)
            edits.append((self.offsets[first] + place.start, self.offsets[first] + place.end, written + ("\n" if place.style in ("|", ">") else "")))
        self.edits += edits
        return True

    def _rewrite_entry(self, home: Part, target: Entry, tree: dict[str, object]) -> None:
        """Write a block anew, since it has got more texts than it had."""
        document = target.document
        first = document.line - 1
        if not target.at:
            start, end = first, home.last - (0 if self.pair.module.is_bank else 1)
        else:
            starts = sorted(first + at[1][0] for at in document.data.at)
            start = starts[target.at[0]]
            end = next((line for line in starts if line > start), home.last - (0 if self.pair.module.is_bank else 1))
        while end > start + 1 and (not self.lines[end - 1].strip() or self.lines[end - 1].startswith("#")):
            end -= 1
        self.edits.append((self.offsets[start], self.offsets[end] - 1, "\n".join(write_tree([tree] if target.at else tree))))

    # A bank

    def write_bank(self) -> str:
        """Return the text of a bank."""
        section = self.pair.source.sections[0]
        part = section.parts[0]
        if not self.pair.translation:
            trees = [tree for entry in part.entries if (tree := build_entry(entry, self.pair.of_entry(entry), self.told))]
            return "".join(f"{line}\n" for line in write_tree(trees))
        there = self.pair.translation.sections[0]
        added: defaultdict[int, str] = defaultdict(str)
        anchor = -1
        for entry in part.entries:
            target = next((other for one in there.parts for other in one.entries if other.id == entry.id), None)
            if target:
                self._edit_entry(part, entry, there, 0)
                starts = sorted(at[1][0] for at in target.document.data.at) if target.at else [0]
                anchor = next((line for line in starts if target.at and line > starts[target.at[0]]), len(self.lines))
            elif tree := build_entry(entry, self.pair.of_entry(entry), self.told):
                added[anchor if anchor >= 0 else 0] += "".join(f"{line}\n" for line in write_tree([tree]))
        for line, text in added.items():
            at = min(self.offsets[line], self.offsets[-1] - 1)
            ends = at == 0 or self._text()[at - 1] == "\n"
            self.edits.append((at, at, text if ends else f"\n{text}"))
        return self._apply_from(0)

    # Edits

    def _text(self) -> str:
        return "\n".join(self.lines)

    def _end(self, part: Part) -> int:
        return self.offsets[part.last] - 1

    def _replace(self, part: Part, text: str) -> None:
        self.edits.append((self.offsets[part.first], self._end(part), text))

    def _remove(self, part: Part) -> None:
        """Take a part out, and the empty lines after it."""
        last = part.last
        while last < len(self.lines) and not self.lines[last].strip():
            last += 1
        self.edits.append((self.offsets[part.first], min(self.offsets[last], len(self._text())), ""))

    def _apply_from(self, start: int) -> str:
        text = self._text()
        for first, last, _, new in sorted(((first, last, number, new) for number, (first, last, new) in enumerate(self.edits)), reverse=True):  # of two at one place the first stays before
            text = text[:first] + new + text[last:]
        return text[start:]
