"""A course's theme: found beside the course, then in the workspace."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

from tuokio.brand import Brand, ThemeFile
from tuokio.course import Course
from tuokio.disk import finder, leads_out
from tuokio.finding import Finding, Severity, did_you_mean
from tuokio.read import yaml
from tuokio.read.model import validate
from tuokio.read.source import load


def read_brand(course: Course, config: Path, findings: list[Finding]) -> Brand:
    """Return the brand that course.yaml names, or the plain one."""
    name = course.settings.theme
    if not name:
        return Brand()
    inside = name not in (".", "..") and not set("/\\") & set(name)  # a course from a stranger wears no file of this computer
    places, find = [course.folder / "themes", course.folder.resolve().parent.parent / "themes", Path.cwd() / "themes"], finder()
    folder = next((file.parent for place in places if inside and (file := find(place, f"{name}/theme.yaml")) and file.is_file() and not _is_stray(file, course)), None)
    if folder is None:
        known = sorted({normalize("NFC", path.parent.name) for place in places for path in place.glob("*/theme.yaml")})
        half = next((folder for place in places if inside and (folder := find(place, name)) and folder.is_dir()), None)
        stray = half and (half / "theme.yaml").is_file()
        cure = "Its folder is there, but a link leads out of it: put a copy of the theme in its place." if stray else f"Its folder is there, but without a file `theme.yaml`{_suggest(half)}." if half else did_you_mean(name, known) or (f"Known are {', '.join(known)}." if known else "Make a folder `themes/` with one in it, or leave `theme` out.")
        source = load(config, [])
        findings.append(Finding("unknown-theme", Severity.WARNING, source.find("theme:", 1, 200), f"There is no theme `{name}`.", cure))
        return Brand()
    source = load(folder / "theme.yaml", findings)
    document = yaml.parse(source.text, source.path, findings) if source else None
    if document is None or document.data is None:
        return Brand(folder=folder)
    file = validate(ThemeFile, document, findings, what="theme.yaml", salvage=True)
    return Brand(file or ThemeFile(), folder, lambda *path: document.span(path))


def _is_stray(file: Path, course: Course) -> bool:
    """Say whether a link takes a theme.yaml out of its folder, or a theme that came with the course out of that."""
    return leads_out(file, file.parent) or (file.is_relative_to(course.folder) and leads_out(file, course.folder))


def _suggest(folder: Path) -> str:
    near = next((file.name for file in sorted(folder.iterdir()) if file.name.lower().startswith("theme.y")), "")
    return f": rename `{near}`" if near else ""
