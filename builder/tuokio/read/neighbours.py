"""The files beside a module: found as they are written on the disk, inside the course, and made fit to ship."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from unicodedata import normalize

from tuokio.course import Course
from tuokio.disk import finder, follow
from tuokio.finding import Fault, Severity, did_you_mean
from tuokio.kept import Kept
from tuokio.media import Fault as Unusable
from tuokio.media import Medium, prepare
from tuokio.read.address import advise
from tuokio.read.files import SOURCES

SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")


def nearest(name: str, known: Iterable[str]) -> str:
    """Return "Did you mean …?", first of all for the same name in other letters."""
    same = next((one for one in known if one.casefold() == name.casefold()), None)
    return f"Did you mean `{same}`? Large and small letters differ." if same else did_you_mean(name, known)


class Neighbours:
    """Finds files for one build. `shelf` is where finished pictures are kept; without one they are only looked at."""

    def __init__(self, course: Course, kept: Kept, shelf: Path | None = None) -> None:
        self.course, self.kept, self.shelf = course, kept, shelf
        self.root = course.folder.resolve()
        self.look = finder()
        self._media: dict[tuple[Path, bool], tuple[object, Medium | Unusable]] = {}
        self._reach = cache(follow)  # asking the disk for every picture of every page is slow

    def is_ours(self, path: Path) -> bool:
        """Say whether a file belongs to the course: a kind's own example, shown by the handbook, lies with its pictures in Tuokio's folder."""
        return path.is_relative_to(self.course.folder)

    def name(self, file: Path) -> Path:
        """Return a file that was found as messages name it: by the way to the course's folder that its author gave."""
        return self.course.folder / file.relative_to(self.root) if file.is_relative_to(self.root) else file

    def find(self, path: str, beside: Path) -> Path | Fault:
        """Return a file by the path an author wrote in the file `beside`, or why there is none."""
        path = normalize("NFC", path).replace("\\", "/").replace("\0", "\ufffd")  # which no disk has in a name
        root, found = self.root if self.is_ours(beside) else self._reach(beside.parent), self.look(beside.parent, path)
        file = self._reach(found or beside.parent / path)
        if SCHEME.match(path) or path.startswith("//"):
            return "file-outside-course", Severity.WARNING, f"`{path}` is outside the course's folder.", advise(path)
        if not file.is_relative_to(root):
            return "file-outside-course", Severity.WARNING, f"`{path}` is outside the course's folder.", "Copy the file into `media/` and link to it there."
        if not path.strip():
            return "missing-file", Severity.WARNING, "No file is named here.", "Write where it lies, such as `media/till.jpg`."
        if not found or not file.is_file():
            near = nearest(path, [p.relative_to(root).as_posix() for p in root.glob("media/**/*") if p.is_file()])
            if path.startswith("www."):
                near = f"A web address begins with https://: `https://{path}`."
            return "missing-file", Severity.WARNING, f"There is no file `{path}`.", near or _point_elsewhere(path, root) or "Check the name; large and small letters differ."
        if file.suffix.lower() in SOURCES:
            return "source-as-file", Severity.WARNING, f"`{path}` is a source file of the course, answers and all.", "Link to a file in `media/`."
        return file

    def fetch(self, path: str, beside: Path, *, shown: bool) -> Medium | Fault:
        """Return a file fit to ship, or a fault. `shown` tells a picture from any other file."""
        file = self.find(path, beside)
        return self.prepare(file, shown=shown) if isinstance(file, Path) else file

    def prepare(self, file: Path, *, shown: bool) -> Medium | Fault:
        """Make a file fit to ship; it is prepared anew only if its date or size has changed."""
        try:
            stat = file.stat()
        except OSError as error:
            return "unreadable-file", Severity.WARNING, f"`{file.name}` cannot be read: {error.strerror or error}.", "Close the program that has it open, and see that you may open it yourself."
        seen = (stat.st_mtime_ns, stat.st_size, self.shelf)
        if self._media.get((file, shown), (None, None))[0] != seen:
            self._media[file, shown] = seen, self.kept.get(("medium", file, shown), seen, lambda: prepare(file, self.shelf, shown=shown), _is_there)
        medium = self._media[file, shown][1]
        return (medium.id, medium.severity, medium.message, medium.cure) if isinstance(medium, Unusable) else medium


def _point_elsewhere(path: str, root: Path) -> str:
    """Return the cure for a file that is there, but in another folder of the course; empty if it is not."""
    there = (file for file in root.glob("**/*") if file.name == Path(path).name and file.is_file() and file.suffix.lower() not in SOURCES)
    found = next((file.relative_to(root) for file in sorted(there) if not any(part.startswith(".") for part in file.relative_to(root).parts)), None)
    if found is None:
        return ""
    home = "beside course.yaml" if len(found.parts) == 1 else f"in `{found.parent.as_posix()}`"
    return f"It is {home}: move it, or write `{found.as_posix()}`."


def _is_there(medium: Medium | Unusable) -> bool:
    """Say whether a finished picture is still on its shelf, which may be emptied at any time."""
    return isinstance(medium, Unusable) or medium.path is None or medium.path.is_file()
