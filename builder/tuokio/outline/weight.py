"""What a course weighs: what comes before the first page shows, with each module, and in all."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tuokio.page import Pages
from tuokio.targets.assembly import Delivery, assemble, render_index
from tuokio.targets.container import Piece, encode, name

MEDIA = re.compile(r"\bmedia/[^\"'\\<>()\s]+")
HASH = re.compile(r"\.[0-9a-f]{8}(?=\.\w+$)")
PACKED = frozenset(".html .js .css .svg".split())
"""What a web server sends compressed."""
PARTS = {"page": "Page", "style": "Style", "course": "Player", "outline": "List of modules", "fonts": "Fonts", "logo": "Logo"}
"""What the first page consists of, as the report names it."""


@dataclass(frozen=True)
class File:
    """A file that learners are given."""

    name: str
    bytes: int
    """As it lies in the folder."""
    sent: int
    """As a web server sends it: texts are compressed."""


@dataclass
class Weight:
    """What a course weighs, in bytes."""

    first: dict[str, int] = field(default_factory=dict)
    """What is sent before the first page shows, by part (`PARTS`)."""
    modules: dict[str, tuple[int, int]] = field(default_factory=dict)
    """What a module brings in the language of the course, as sent: its text and questions, its pictures and recordings."""
    media: list[File] = field(default_factory=list)
    """Pictures, recordings and attached files, the largest first, named without what tells their versions apart."""
    total: int = 0
    """The whole folder without its printable pages."""

    @property
    def first_sent(self) -> int:
        """What is sent before the first page shows."""
        return sum(self.first.values())


class Scale:
    """A container (`targets/container.py`) that keeps nothing but what files weigh, and what media a script names."""

    def __init__(self) -> None:
        self.files: dict[str, File] = {}
        self.modules: dict[str, tuple[int, set[str]]] = {}
        """By stem what the script of a module is as sent, and the media it names."""

    def add(self, stem: str, suffix: str, *pieces: Piece) -> str:
        """Weigh a file that is made, and return the name it would have."""
        data = encode(pieces)
        whole = b"".join(data)
        file = name(stem, suffix, data)
        self.files[file] = File(file, len(whole), _pack(whole) if suffix in PACKED else len(whole))
        if stem.startswith("modules/"):
            self.modules[stem] = self.files[file].sent, set(MEDIA.findall(whole.decode()))
        return file

    def copy(self, name: str, source: Path) -> None:
        """Weigh a file that is copied."""
        size = source.stat().st_size
        self.files[name] = File(name, size, _pack(source.read_bytes()) if source.suffix.lower() in PACKED else size)

    def put(self, name: str, text: str | Iterable[str]) -> None:
        """Weigh a page of a fixed name."""
        data = (text if isinstance(text, str) else "".join(text)).encode()
        self.files[name] = File(name, len(data), _pack(data))


def weigh(pages: Pages) -> Weight:
    """Return what the course weighs as a folder that is opened or served (`site`)."""
    scale = Scale()
    made = assemble(pages, scale, Delivery("site"))
    scale.put("index.html", render_index(pages, made))
    source = pages.editions[0]
    first = {"page": "index.html", "style": made.style, "course": made.script, "outline": made.outlines[source.language], "logo": made.logo}
    weight = Weight({part: scale.files[file].sent for part, file in first.items() if file})
    if fonts := sum(file.sent for file in scale.files.values() if file.name.startswith("fonts/")):
        weight.first["fonts"] = fonts
    for page in source.pages:
        sent, named = scale.modules[f"modules/{page.language}/{page.id}"]
        weight.modules[page.id] = sent, sum(scale.files[one].sent for one in named if one in scale.files)
    weight.media = sorted((File(HASH.sub("", Path(file.name).name), file.bytes, file.sent) for file in scale.files.values() if file.name in pages.files), key=lambda file: -file.bytes)
    weight.total = sum(file.bytes for file in scale.files.values())
    return weight


def _pack(data: bytes) -> int:
    return len(gzip.compress(data, 6))
