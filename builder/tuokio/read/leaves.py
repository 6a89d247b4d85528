"""The texts of one block: which of its values are language, and which of a translation's values goes with which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin
from types import UnionType

from pydantic import BaseModel, StringConstraints

from tuokio.blocks.block import Block
from tuokio.read.translation import pair_entries, pair_keys

Path = tuple[str | int, ...]
FIGURE = re.compile(r"true|false|[+−-]?[\d.,]+\s*%?")
LASTING = re.compile(r"[a-z0-9+-][a-z0-9_-]*")
"""Keys that are the same in every language."""
PLAIN = ("text", "name")
"""Keys under which stands what may also be written as a plain text."""


@dataclass
class Leaf:
    """A text of a block, and where it stands in the source and, if it is there, in a translation."""

    name: str
    """Its path in words that stay when others come or go: `options/2/feedback`."""
    key: str
    """The key it stands under, as an author knows it."""
    path: Path
    text: str
    is_key: bool = False
    """It is written as a key."""
    is_name: bool = False
    """It names another text of the block, as a limit names the role it is for, and is none of its own."""
    is_whole: bool = False
    """A list or mapping that every language has its own of; its text has an entry on each line."""
    there: Path | None = None
    theirs: str | None = None


class Shape(NamedTuple):
    """What the keys of a kind hold."""

    texts: frozenset[str]
    others: frozenset[str]
    """Keys that hold something else, be it besides texts."""
    mappings: frozenset[str]
    """Keys that hold mappings whose keys the author chooses."""
    worded: frozenset[str]
    """Those of them whose keys are texts."""


@cache
def shape_of(kind: type[Block]) -> Shape:
    """Return what the keys of a kind hold, its parts included."""
    texts: set[str] = set()
    others: set[str] = set()
    mappings: set[str] = set()
    seen: set[Any] = set()

    def walk(model: type[BaseModel]) -> None:
        if model in seen:
            return
        seen.add(model)
        for name, field in model.model_fields.items():
            note(field.alias or name, field.annotation, tuple(field.metadata))

    def note(key: str, annotation: Any, metadata: tuple[Any, ...]) -> None:
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            note(key, parts[0], (*metadata, *parts[1:]))
        elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
            if "root" in annotation.model_fields:
                note(key, annotation.model_fields["root"].annotation, ())
            else:
                walk(annotation)
                if annotation.model_fields.keys() & {*PLAIN}:
                    texts.add(key)
        elif annotation is str:
            (others if any(isinstance(one, StringConstraints) for one in metadata) else texts).add(key)
        elif origin is dict:
            mappings.add(key)
            note(key, parts[1], ())
        elif origin in (list, Union, UnionType, tuple):
            for part in parts:
                note(key, part, ())
        elif annotation is not type(None):
            others.add(key)

    walk(kind)
    worded = frozenset(key.rpartition(".")[2] for key in kind.worded)
    return Shape(frozenset(texts | worded) - kind.wordless, frozenset(others), frozenset(mappings), worded)


def list_leaves(kind: type[Block], source: Any, translated: Any = None) -> list[Leaf]:
    """Return the texts of a block's data, each with that of a translation where it has one."""
    return [leaf for leaf in _list_all(kind, source, translated) if not leaf.is_name]


def list_names(kind: type[Block], source: Any) -> list[Leaf]:
    """Return what in a block's data may name one of its texts: it is written as that is."""
    return [leaf for leaf in _list_all(kind, source, None) if leaf.is_name]


def _list_all(kind: type[Block], source: Any, translated: Any) -> list[Leaf]:
    leaves = list(_Walk(kind).walk(source, translated, (), (), "", "", free=False))
    keys = {leaf.text for leaf in leaves if leaf.is_key and not leaf.is_name}
    for leaf in leaves:
        leaf.is_name = leaf.is_name or not leaf.is_key and leaf.text in keys and len(leaf.path) > 1
    return leaves


class _Walk:
    def __init__(self, kind: type[Block]) -> None:
        self.kind, self.shape = kind, shape_of(kind)

    def walk(self, source: Any, theirs: Any, path: Path, there: Path | None, name: str, key: str, *, free: bool) -> Iterator[Leaf]:
        """Yield the texts under a path. `free` says that the keys here are the author's own."""
        if len(path) == 1 and key in self.kind.spoken and source is not None:
            yield Leaf(name, key, path, join_lines(source), is_whole=not isinstance(source, str), there=there if theirs is not None else None, theirs=join_lines(theirs) if theirs is not None else None)
        elif isinstance(source, dict):
            yield from self._walk_mapping(source, theirs, path, there, name, key, free=free)
        elif isinstance(source, list):
            pairs = pair_entries(source, theirs) if isinstance(theirs, list) else {}
            for number, entry in enumerate(source):
                other = pairs.get(number)
                known = other is not None
                yield from self.walk(entry, theirs[other] if known else None, (*path, number), (*there, other) if known and there is not None else None, f"{name}/{_name_entry(entry, number)}", key, free=False)
        elif isinstance(source, str) and self._is_text(source, key):
            if isinstance(theirs, dict) and (inside := next((one for one in PLAIN if isinstance(theirs.get(one), str)), "")):
                theirs, there = theirs[inside], (*there, inside) if there is not None else None
            told = theirs if isinstance(theirs, str) else None
            yield Leaf(name, key, path, source, there=there if told is not None else None, theirs=told)

    def _walk_mapping(self, source: dict[str, Any], theirs: Any, path: Path, there: Path | None, name: str, key: str, *, free: bool) -> Iterator[Leaf]:
        if isinstance(theirs, str) and (inside := next((one for one in PLAIN if isinstance(source.get(one), str)), "")):
            plain, theirs = theirs, {inside: theirs}
            paths = {inside: there}
        else:
            theirs = theirs if isinstance(theirs, dict) else {}
            paths = {one: (*there, one) for one in theirs} if there is not None else {}
        worded = free and key in self.shape.worded
        pairs = pair_keys([*source], [*theirs]) if free else {one: one for one in source if one in theirs}
        for number, (one, value) in enumerate(source.items(), 1):
            other = pairs.get(one)
            below = paths.get(other) if other is not None else None
            label = str(number) if worded or not LASTING.fullmatch(one) else one
            if free:
                yield Leaf(f"{name}/{label}", key, (*path, one), one, is_key=True, is_name=not worded, there=below, theirs=other)
            inner, inner_free = (key, False) if free else (one, one in self.shape.mappings or one in self.shape.worded)
            yield from self.walk(value, theirs.get(other) if other is not None else None, (*path, one), below, f"{name}/{label}".strip("/") if not worded or isinstance(value, dict | list) else f"{name}/{label}/to", inner, free=inner_free)

    def _is_text(self, text: str, key: str) -> bool:
        return key in self.shape.texts and bool(text.strip()) and not (key in (self.shape.others | self.shape.mappings) - self.shape.worded and FIGURE.fullmatch(text.strip()))


def _name_entry(entry: Any, number: int) -> str:
    return entry["id"] if isinstance(entry, dict) and isinstance(entry.get("id"), str) else str(number + 1)


def join_lines(value: Any) -> str:
    """Return a list or mapping as a text with an entry on each line."""
    if isinstance(value, dict):
        return "\n".join(f"{key}: {text}" for key, text in value.items())
    return "\n".join(str(one) for one in value) if isinstance(value, list) else str(value)


def split_lines(text: str, like: Any) -> Any:
    """Return a text of lines as a list or mapping, as it was in the source."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if isinstance(like, dict):
        return {key.strip(): value.strip() for key, _, value in (line.partition(": ") for line in lines)}
    return lines if isinstance(like, list) else text
