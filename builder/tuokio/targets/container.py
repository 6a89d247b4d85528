"""What a target puts a course's files into: a folder, a zip, a single document. And what its scripts say."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol


TYPES = {"svg": "image/svg+xml", "png": "image/png", "webp": "image/webp", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "woff2": "font/woff2", "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "wav": "audio/wav", "pdf": "application/pdf"}
"""What a browser must know of a file to show it; a table of our own, since what else is known differs between machines."""


class Text(NamedTuple):
    """A text that is JSON already and large, handed over as it is: the browser parses it when it is wanted."""

    json: str


class Stamp(NamedTuple):
    """What tells a file's content, and whether it is there: its digest as names carry it, and its size in bytes."""

    digest: str
    size: int


class Call:
    """What a script of data does: it hands something to the player, `tuokio.name(…arguments)`.

    Where its `stamp` is known from an earlier build, it need only be made for a container that lacks it.
    """

    def __init__(self, name: str, arguments: tuple[Any, ...] | Callable[[], tuple[Any, ...]], stamp: Stamp | None = None) -> None:
        self.name, self._given, self.known = name, arguments, stamp

    @property
    def arguments(self) -> tuple[Any, ...]:
        """As JSON can hold them; dictionaries may hold a `Text`."""
        return self._given() if callable(self._given) else self._given

    @cached_property
    def script(self) -> bytes:
        """The call as JavaScript."""
        return f"tuokio.{self.name}({','.join(map(to_script, self.arguments))})\n".encode()

    @property
    def stamp(self) -> Stamp:
        """Its stamp as a file of its own."""
        if self.known is None:
            self.known = take_stamp([self.script])
        return self.known


Piece = str | bytes | Call


class Container(Protocol):
    """Where the files of a course go. All names are relative and have forward slashes."""

    def add(self, stem: str, suffix: str, *pieces: Piece) -> str:
        """Keep a file, in one piece or several, and return its name, which carries a hash of its content: `stem.<hash>suffix`."""
        ...

    def copy(self, name: str, source: Path) -> None:
        """Keep a copy of a file whose name already carries its hash."""
        ...

    def put(self, name: str, text: str | Iterable[str]) -> None:
        """Keep a page of a fixed name, whole or in pieces."""
        ...


def encode(pieces: Sequence[Piece]) -> list[bytes]:
    """Return the pieces of a file as it is written."""
    return [piece if isinstance(piece, bytes) else piece.script if isinstance(piece, Call) else piece.encode() for piece in pieces]


def take_stamp(data: Sequence[bytes]) -> Stamp:
    """Return the stamp of a file of this content."""
    digest = hashlib.sha256()
    for piece in data:
        digest.update(piece)
    return Stamp(digest.hexdigest()[:8], sum(map(len, data)))


def name(stem: str, suffix: str, data: Sequence[bytes]) -> str:
    """Return the name that a file of this content has."""
    return f"{stem}.{take_stamp(data).digest}{suffix}"


def type_of(name: str) -> str:
    """Return what a browser must know of a file to show it, by its name."""
    return TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def embed(name: str, data: bytes) -> str:
    """Return a file as an address that holds it."""
    return f"data:{type_of(name)};base64,{base64.b64encode(data).decode()}"


def to_script(value: Any) -> str:
    """Return a value as JavaScript that is safe inside a script: no `</script>`, no `<!--`. A dictionary may have a `Text` in it: between single quotes, since each of its own quotes would need a backslash else."""
    if isinstance(value, Text):
        return "'" + value.json.replace("\\", "\\\\").replace("'", "\\'").replace("</", "<\\/").replace("<!", "\\x3c!") + "'"
    if isinstance(value, dict) and any(isinstance(one, Text) for one in value.values()):
        return "{" + ",".join(f"{to_script(key)}:{to_script(one)}" for key, one in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/").replace("<!", "\\u003c!")
