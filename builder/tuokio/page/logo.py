"""A brand's logo: a picture beside theme.yaml, and whether it can be seen where it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tuokio import disk
from tuokio.brand import Brand
from tuokio.finding import Finding, Severity
from tuokio.media import Fault, Medium, prepare

PICTURES = (".svg", ".png", ".webp")
"""Kinds of logo."""
SEEN = 3.0
"""The contrast at which a shape is told from the page (WCAG 2.2)."""


class Logo(NamedTuple):
    """A logo, as it is shipped and as it was drawn."""

    medium: Medium
    file: Path


def find_logo(brand: Brand, key: str, findings: list[Finding], shelf: Path | None) -> Logo | None:
    """Return the logo that theme.yaml names: a picture beside it and nothing else, since a theme may come from a stranger."""
    name = getattr(brand.file, key)
    if not brand.folder or not name:
        return None
    logo = disk.follow(disk.finder()(brand.folder, name) or brand.folder / name.replace("\0", "\ufffd"))
    if not logo.is_relative_to(disk.follow(brand.folder)) or logo.suffix.lower() not in PICTURES:
        fault, cure = f"`{name}` cannot be a logo.", f"Put a picture ({', '.join(PICTURES)}) beside theme.yaml and write its name."
    elif not logo.is_file():
        fault, cure = f"There is no logo `{name}` beside theme.yaml.", "Check the name."
    elif isinstance(medium := prepare(logo, shelf), Fault):
        fault, cure = medium.message, medium.cure
    else:
        findings.extend(Finding(hint.id, hint.severity, brand.locate(key), hint.message, hint.cure) for hint in medium.hints)
        return Logo(medium, logo)
    findings.append(Finding("unusable-logo", Severity.WARNING, brand.locate(key), fault, cure))
    return None


def vanishes(logo: Path, page: str) -> bool:
    """Say whether parts of a logo would be lost on a page, or a masthead, of another colour than paper's.

    A drawing on a ground of its own keeps its inner contrast; else each of its colours has to be seen. Of a PNG or
    WebP we know nothing, and a plate below it harms none.
    """
    if logo.suffix.lower() != ".svg":
        return True
    from coloraide import Color

    text = disk.read(logo).decode("utf-8", "replace")
    first = re.search(r"<(rect|circle|ellipse|path|polygon|g|text|image|line|polyline)\b", re.sub(r"<(defs|clipPath|mask|style)\b.*?</\1>", "", text, flags=re.S))
    if first and first[1] in ("rect", "circle", "ellipse"):
        return False
    colours = re.findall(r"(?:fill|stroke)\s*[=:]\s*[\"']?\s*(#[0-9a-fA-F]{3,8}|[a-z]+|rgb\([^)]*\))", text)
    known = [Color(colour) for colour in colours if colour not in ("none", "currentColor", "url", "inherit", "transparent") and Color.match(colour)]
    return any(colour.contrast(Color(page)) < SEEN for colour in known or [Color("black")])  # what names no colour is black
