"""One HTML file that holds what other targets keep in many.

Code and styles wait in elements that do nothing, and are run by being put into new ones; data waits as JSON and is only ever parsed; pictures, sound and
files wait as base64, once for all languages. The policy of the page names what may run by its hash, so nothing that anybody adds to the file runs.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from tuokio import disk
from tuokio.targets.container import Call, Piece, Text, embed, encode, name, type_of
from tuokio.targets.policy import BEGIN, NOTHING, digest

PIECES = Markup("<!-- pieces -->")
"""Where in the page everything stands that waits."""
CHUNK = 3 << 18
"""Bytes made base64 at a time: a multiple of three, so that the pieces fit together."""
UNSAFE = re.compile(r"(\\*)<(?=!--|/script)", re.I)
"""What may not stand in a script element, which esbuild writes in texts and patterns only; a backslash of its own before it has no more to do."""
FILE = re.compile(r"(?:fonts|media)/[\w./-]+")


@dataclass
class Waiting:
    """An element that does nothing until a script asks for it."""

    text: str
    type: str
    call: str = ""
    """What the player is to be handed it by: `tuokio.<call>(…)`; empty for code and styles."""
    of: list[str] = field(default_factory=list)
    """The files it is part of."""

    @property
    def element(self) -> str:
        """Its HTML."""
        return Markup('<script type="{}" data-of="{}"{}>').format(self.type, " ".join(self.of), Markup(' data-call="{}"').format(self.call) if self.call else "") + Markup(f"{self.text}</script>\n")  # noqa: S704 – made safe by whoever kept it


class Document:
    """One HTML file being written. Use as a context manager; leaving it puts the file in its place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.waiting: dict[tuple[str, str, str], Waiting] = {}
        self.parts: dict[str, list[Waiting]] = {}
        self.bytes: dict[str, bytes] = {}
        self.files: dict[str, Path] = {}
        self.hashes: dict[str, dict[str, None]] = {"script": {}, "style": {}}
        self.page = ""

    def __enter__(self) -> Document:
        return self

    def add(self, stem: str, suffix: str, *pieces: Piece) -> str:
        """Keep a file, in one piece or several, under `stem.<hash>suffix` and return that name. A piece of several files is kept once."""
        if suffix not in (".js", ".css"):
            data = b"".join(encode(pieces))
            file = name(stem, suffix, [data])
            self.bytes[file] = data
            return file
        parts = [_wait(piece, suffix) for piece in pieces]
        file = name(stem, suffix, [repr((part.call, part.text)).encode("utf-8", "surrogatepass") for part in parts])
        self.parts[file] = [self.waiting.setdefault((part.type, part.call, part.text), part) for part in parts]
        for part in self.parts[file]:
            if file not in part.of:
                part.of.append(file)
        return file

    def copy(self, name: str, source: Path) -> None:
        """Keep a file of the course."""
        self.files[name] = source

    def put(self, name: str, text: str | Iterable[str]) -> None:  # noqa: ARG002 – a document is one page
        """Keep the page itself, in which `PIECES` marks the place of all that waits."""
        self.page = text if isinstance(text, str) else "".join(text)

    def take(self, file: str) -> Markup:
        """Return the text of a script or style that stands in the page from the start, with the files it names in it; it waits no more."""
        parts = self.parts.pop(file)
        for part in parts:
            part.of.remove(file)
        text = "".join(_to_code(part) for part in parts)
        return self.allow(FILE.sub(lambda match: self.embed(match[0]), text), "style" if file.endswith(".css") else "script")

    def allow(self, text: str, what: str) -> Markup:
        """Let a `script` or a `style` of just this text be run, and return it."""
        self.hashes[what][digest(text)] = None
        return Markup(text)  # noqa: S704 – our own

    def embed(self, file: str) -> str:
        """Return a kept file as a data address, or its name if there is none such."""
        data = self.bytes[file] if file in self.bytes else disk.read(self.files[file]) if file in self.files else None
        return file if data is None else embed(file, data)

    @property
    def policy(self) -> str:
        """What the page may do, once everything is kept: run what it came with, show what it holds, ask for nothing."""
        self.allow(BEGIN, "script")
        for part in self.waiting.values():
            if part.of and not part.call:
                self.allow(part.text, "style" if part.type == "text/css" else "script")
        script, style = (" ".join(self.hashes[what]) for what in ("script", "style"))
        return f"{NOTHING}; script-src {script}; style-src {style}; img-src data: blob:; media-src blob:; font-src data:; connect-src 'none'"

    def __exit__(self, kind: type | None, *_: object) -> None:
        if kind is None:
            disk.write(self.path, self._write())

    def _write(self) -> Iterator[bytes]:
        before, _, after = self.page.partition(PIECES)
        yield before.encode()
        for part in self.waiting.values():
            if part.of:
                yield part.element.encode()
        # Here the course starts: files come after it, as those of a heavy one take a slow phone a second.
        yield f'<script type="text/plain" data-of="text"></script>\n<script>{BEGIN}</script>\n'.encode()
        for name, source in self._list_files():
            yield f'<script type="text/plain" data-of="{escape(name)}" data-type="{type_of(name)}">'.encode()
            yield from map(base64.b64encode, disk.read_pieces(source, CHUNK))
            yield b"</script>\n"
        yield after.encode()

    def _list_files(self) -> Iterator[tuple[str, Path]]:
        """Yield files in the order in which a reader meets them, and then those that nothing shows."""
        met = dict.fromkeys(name for part in self.waiting.values() if part.of and part.call for name in FILE.findall(part.text))
        yield from ((name, self.files[name]) for name in [*(name for name in met if name in self.files), *sorted(self.files.keys() - met.keys())])


def weigh(source: Path) -> int:
    """Return the bytes that a file takes in a document."""
    return -(-source.stat().st_size // 3) * 4


def _wait(piece: Piece, suffix: str) -> Waiting:
    """Return a piece as it waits, its text such that the browser's parser gives back the very same: nothing in it ends the element, and no line ends as on Windows."""
    if isinstance(piece, Call):
        return Waiting(to_json(piece.arguments), "application/json", piece.name)
    text = piece.decode() if isinstance(piece, bytes) else piece
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    if suffix == ".css":
        return Waiting(re.sub("</", r"<\\/", text).replace("<!", "<\\!"), "text/css")
    return Waiting(UNSAFE.sub(lambda match: match[1][: len(match[1]) // 2 * 2] + r"\x3c", text), "text/plain")


def _to_code(part: Waiting) -> str:
    return f"tuokio.{part.call}(...{part.text});\n" if part.call else part.text


def to_json(arguments: Iterable[Any]) -> str:
    """Return the arguments of a call as JSON that is safe inside a script element. A `Text` becomes a text, to be parsed when it is wanted."""
    plain = [{key: one.json if isinstance(one, Text) else one for key, one in argument.items()} if isinstance(argument, dict) else argument for argument in arguments]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/").replace("<!", "\\u003c!")
