"""What comes of a file: a medium that can be shipped, or a fault with its cure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from tuokio.disk import safe_name
from tuokio.finding import Severity

LONGEST = 40
"""Characters of the author's name for a file that its output name keeps: Windows allows 260 for the whole path."""


@dataclass(frozen=True)
class Fault:
    """What an author is told of a file. It becomes a finding where the file is written down."""

    id: str
    message: str
    cure: str
    severity: Severity = Severity.WARNING


class Unusable(Exception):  # noqa: N818 – it is not an error of ours: `prepare` turns it into the fault it carries
    """Ends the work on a file that cannot be used. Never leaves this room."""

    def __init__(self, id: str, message: str, cure: str) -> None:
        super().__init__(message)
        self.fault = Fault(id, message, cure)


@dataclass(frozen=True)
class Medium:
    """A file as it is shipped."""

    name: str
    """Its name in the output, `cup.1a2b3c4d.webp`: the same on every machine and with or without a shelf. It changes
    with the source and with the recipe."""
    path: Path | None
    """Where its bytes are: on the shelf, or the author's own file if it passes unchanged. None if it was only looked at."""
    width: int | None = None
    height: int | None = None
    """In CSS pixels, upright. None for what is not a picture, and for a drawing that does not say."""
    hints: tuple[Fault, ...] = ()
    """What an author may want to know of it, though it can be used."""


def name(path: Path, digest: str, suffix: str) -> str:
    """Return an output name that any file system and any web server takes."""
    letters = re.sub("[\u0300-\u036f]", "", normalize("NFKD", path.stem))  # without their dots, however those are stored
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", letters).strip("-")[:LONGEST].rstrip("-") or "file"
    return f"{safe_name(stem, LONGEST + 1)}.{digest[:8]}{re.sub('[^.a-z0-9]', '', suffix)}"
