"""From an author's file to what is shipped. What a file is, its content says; suffixes lie.

The output name is known from the source and the recipe alone, so `tuokio check`, which encodes nothing, gives the same
HTML as a build. That is why every photo becomes WebP, whatever it was.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from tuokio import disk
from tuokio.finding import Severity
from tuokio.media.medium import Fault, Medium, Unusable, name
from tuokio.media.shelf import Kept, Shelf

PICTURES = frozenset(".jpg .jpeg .jpe .jfif .png .apng .webp .gif .bmp .tif .tiff .avif .heic .heif .hif .svg .svgz".split())
"""What is prepared even where it is only linked to: a photo tells where it was taken."""
LARGEST = 100_000_000
"""Bytes of a picture that we read at all."""
HEAVY = 1_000_000
"""Bytes of a drawing that a phone is slow with."""
HEIC = "Save it as JPEG. On an iPhone choose Settings → Camera → Formats → Most Compatible before taking the next ones; on Windows open it in Photos or Paint and save it as JPEG."
EXPORT = "Open it in the program it was made with and export it as JPEG, PNG or SVG."
FOREIGN = {
    b"8BPS": ("a Photoshop file", EXPORT),
    b"%PDF": ("a PDF document", "Link to it with `[…](…)`, or save the page as a picture."),
    b"%!PS": ("a PostScript file", EXPORT),
    b"PK\x03\x04": ("an Office document or a packed folder", "Link to it with `[…](…)`, or save the picture in it as JPEG or PNG."),
    b"\xd0\xcf\x11\xe0": ("an old Office document", "Link to it with `[…](…)`, or save the picture in it as JPEG or PNG."),
    b"\x1aE\xdf\xa3": ("a film or a sound", "Link to it with `[…](…)`."),
    b"ID3": ("a film or a sound", "Link to it with `[…](…)`."),
}
"""What people take for pictures, by its first bytes."""


def prepare(path: Path, shelf: Path | None, *, shown: bool = True) -> Medium | Fault:
    """Make a file fit to ship, or tell why it cannot be.

    `shelf` is a folder for finished pictures, kept between builds; it is made if need be. Without one nothing is written
    or encoded, and the picture is only looked at. `shown` tells a picture on the page from a file that is linked to,
    which may be anything. The file must exist.
    """
    try:
        if not shown and path.suffix.lower() not in PICTURES:
            digest = hashlib.sha256()
            for piece in disk.read_pieces(path):
                digest.update(piece)
            return Medium(name(path, digest.hexdigest(), path.suffix.lower()), path)
        if path.stat().st_size > LARGEST:
            return Fault("huge-picture", f"`{path.name}` is larger than {LARGEST // 1_000_000} MB.", "Save it as JPEG, at most 6000 px wide.")
        data = disk.read(path, LARGEST)
    except OSError as error:
        return Fault("unreadable-file", f"`{path.name}` cannot be read: {error.strerror}.", "Close the program that has it open, and see that you may open it yourself.")
    try:
        return _prepare(path, data, Shelf(shelf) if shelf else None)
    except Unusable as reason:
        return reason.fault


def _prepare(path: Path, data: bytes, shelf: Shelf | None) -> Medium:
    if drawn := _is_drawing(data, path):
        from tuokio.media import drawing as kind  # each brings a library that courses without the other need not load
    else:
        from tuokio.media import photo as kind
    digest = hashlib.sha256(kind.RECIPE.encode() + b"\0" + data).hexdigest()
    kept = shelf.find(digest, kind.SUFFIX) if shelf else None
    if kept is None and shelf:
        content, facts = kind.make(data, path.name)
        kept = Kept(shelf.keep(digest, kind.SUFFIX, content, facts), facts)
    elif kept is None:
        kept = Kept(None, kind.look(data, path.name))
    return Medium(name(path, digest, kind.SUFFIX), kept.path, kept.facts.get("width"), kept.facts.get("height"), _hints(path, data, kept, drawn=drawn))


def _hints(path: Path, data: bytes, kept: Kept, *, drawn: bool) -> tuple[Fault, ...]:
    hints = []
    if removed := kept.facts.get("removed"):
        hints.append(Fault("drawing-cleaned", f"{', '.join(f'`{part}`' for part in removed)} {'was' if len(removed) == 1 else 'were'} taken out of `{path.name}`: a drawing may hold no script and nothing from elsewhere.", "Nothing to do if it still looks right. Else export it again as plain SVG, with its pictures embedded.", Severity.HINT))
    if drawn and len(data) > HEAVY:
        hints.append(Fault("heavy-drawing", f"`{path.name}` is {len(data) / 1_000_000:.1f} MB, and old phones are slow to draw it.", "Simplify its lines, or save it as PNG.", Severity.HINT))
    return tuple(hints)


def _is_drawing(data: bytes, path: Path) -> bool:
    """Tell drawings from photos, and turn away what is neither."""
    if not data.strip(b"\0"):
        raise Unusable("empty-file", f"`{path.name}` is empty.", "Copy it here anew; copying may have broken off.")
    if data[4:8] == b"ftyp":
        if data[8:12] in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx") or (data[8:12] in (b"mif1", b"msf1") and b"avif" not in data[8:64]):
            raise Unusable("heic-picture", f"`{path.name}` is a HEIC picture, which most browsers cannot show.", HEIC)
        if data[8:12] not in (b"avif", b"avis", b"mif1", b"msf1"):
            raise Unusable("not-a-picture", f"`{path.name}` is a film or a sound, not a picture.", "Link to it with `[…](…)`.")
    if data.startswith(b"\x1f\x8b"):
        raise Unusable("packed-drawing", f"`{path.name}` is a packed drawing, which opens from some web servers only.", "Save it as plain SVG (.svg).")
    for start, (what, cure) in FOREIGN.items():
        if data.startswith(start):
            raise Unusable("not-a-picture", f"`{path.name}` is {what}, not a picture.", cure)
    text = data[:65536].decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "replace")
    first = re.search(r"<(!doctype\s+html|html|head|body|(?:\w+:)?svg)\b", text, re.I) if text.lstrip("\ufeffï»¿ \t\r\n").startswith("<") else None
    if first and not first[1].lower().endswith("svg"):
        raise Unusable("not-a-picture", f"`{path.name}` is a web page, not a picture.", "Open the picture itself in the browser, choose Save picture as, and take that file.")
    return bool(first) or path.suffix.lower() == ".svg"
