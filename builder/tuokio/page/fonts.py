"""A brand's own fonts: named in theme.yaml, found in `fonts/`, made small, shipped with the course and never fetched.

An author drops the files in, as they came, and writes the font's name; family, weight and slant are read from the
file. Only the letters of European languages in Latin script are kept, which makes a tenth of most files.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from tuokio.brand import SANS, SERIF, Brand
from tuokio.disk import leads_out
from tuokio.fields import make_id
from tuokio.finding import Finding, Severity, did_you_mean

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

SUFFIXES = (".ttf", ".otf", ".woff2", ".woff")
GENERIC = ("serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif", "ui-rounded", "ui-monospace", "cursive", "fantasy", "math")
LARGEST = 100 * 1024
"""Bytes of one font as shipped; what is more keeps a phone waiting."""
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B, 0x1E9E, *range(0x2010, 0x2028), 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, *range(0x2190, 0x2194), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265]
RESTRICTED, BITMAP_ONLY, WHOLE_ONLY = 0x0002, 0x0200, 0x0100
"""Bits of a font's own licence mark, OS/2 fsType."""


@dataclass(frozen=True)
class Font:
    """One shipped file: a family in a weight and a slant."""

    family: str
    weight: str
    """As in CSS: `700`, or `100 900` of a variable font."""
    style: str
    data: bytes
    """WOFF2."""

    @property
    def stem(self) -> str:
        """A file name for it, without its suffix."""
        return make_id(f"{self.family}-{self.weight}{'-italic' if self.style == 'italic' else ''}", "font")

    def face(self, url: str) -> str:
        """Return the CSS rule by which a browser finds the file at `url`."""
        return f'@font-face{{font-family:"{self.family}";font-weight:{self.weight};font-style:{self.style};font-display:swap;src:url("{url}") format("woff2")}}'


@dataclass
class _File:
    path: Path
    names: list[str]
    """What the font calls itself: the family, and the name under which Word lists it."""
    weight: str
    style: str
    licence: int


def read_fonts(brand: Brand, findings: list[Finding]) -> tuple[dict[str, str], list[Font]]:
    """Return the tokens of a brand's fonts, and the fonts to ship."""
    folder = brand.folder / "fonts" if brand.folder else None
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file() and not leads_out(path, brand.folder)) if folder and folder.is_dir() else []
    files = [file for path in paths if (file := _open(path, brand, findings))]
    tokens, used, fonts = {}, set(), []
    for key, otherwise in (("heading", SERIF), ("text", SANS)):
        names = _names(getattr(brand.file.fonts, key))
        for number, name in enumerate(names):
            if Path(name).suffix.lower() in SUFFIXES:
                names[number] = name = _family_of(name, key, brand, files, paths, findings)
            for file in files:
                if name.lower() in map(str.lower, file.names) and (file.path, name) not in used:
                    used.add((file.path, name))
                    fonts += _ship(file, name, brand, findings)
        tokens[f"font-{key}"] = _stack([name for name in names if name], otherwise)
    named = {path for path, _ in used}
    for file in files:
        if file.path not in named:
            names = _names(brand.file.fonts.heading) + _names(brand.file.fonts.text)
            meant = next((name for name in names if did_you_mean(name, file.names)), None)
            cure = f"Write `{file.names[0]}` where it says `{meant}`." if meant else f"Write `heading: {file.names[0]}` below `fonts:`, or remove the file."
            _tell(brand, "unused-font", Severity.HINT, f"Nothing here names the font {file.names[0]} (`fonts/{file.path.name}`), so it is not shipped.", cure, findings)
    return tokens, fonts


def _names(stack: str) -> list[str]:
    return [" ".join(name.strip(" \t\r\n\"'").replace('"', "").split()) for name in stack.split(",")]


def _stack(names: list[str], otherwise: str) -> str:
    """Return the names as CSS, quoted, with something at the end that every device has."""
    if not names:
        return otherwise
    if names[-1].lower() not in GENERIC:
        names = [*names, otherwise.split(", ")[-1]]
    return ", ".join(name if re.fullmatch(r"[A-Za-z]+(-[A-Za-z]+)*", name) else f'"{name}"' for name in names)


def _family_of(name: str, key: str, brand: Brand, files: list[_File], paths: list[Path], findings: list[Finding]) -> str:
    """Return the family in a file that stands where a font's name was asked for."""
    for file in files:
        if file.path.name.lower() == name.lower():
            return file.names[0]
    known = [path.name for path in paths]
    if name not in known:
        cure = did_you_mean(name, known) or ("Here are " + ", ".join(known) + "." if known else "Put the file there, beside theme.yaml.")
        findings.append(Finding("no-font-file", Severity.WARNING, brand.locate("fonts", key), f"There is no file `{name}` in the theme's folder `fonts/`.", cure))
    return ""


def _open(path: Path, brand: Brand, findings: list[Finding]) -> _File | None:
    """Read what a font says of itself, or tell why it cannot be used."""
    from fontTools.ttLib import TTFont

    try:
        with TTFont(path, lazy=True) as font:
            return _describe(path, font)
    except Exception as error:  # noqa: BLE001 – a broken font breaks its reader in any way it likes
        if isinstance(error, ImportError):
            raise
        cure = "Get the file anew: one that says .ttf, .otf or .woff2 and opens with a double click. A zip must be unpacked."
        _tell(brand, "not-a-font-file", Severity.WARNING, f"`fonts/{path.name}` holds no font that can be read.", cure, findings)
        return None


def _describe(path: Path, font: TTFont) -> _File:
    names = [" ".join(str(name).split()) for name in map(font["name"].getDebugName, (16, 1)) if name]
    names = list(dict.fromkeys(re.sub(r"[^\w\s.&+-]", "", name) for name in names)) or [path.stem]
    marks = font["OS/2"]
    weight = str(min(1000, max(1, marks.usWeightClass)))
    if "fvar" in font:
        weight = next((f"{axis.minValue:g} {axis.maxValue:g}" for axis in font["fvar"].axes if axis.axisTag == "wght"), weight)
    return _File(path, names, weight, "italic" if marks.fsSelection & 1 or font["head"].macStyle & 2 else "normal", marks.fsType)


def _ship(file: _File, name: str, brand: Brand, findings: list[Finding]) -> list[Font]:
    if file.licence & 0xF == RESTRICTED or file.licence & BITMAP_ONLY:
        cure = "Ask its maker for a web licence and its file, or choose a free one: fonts under the SIL Open Font License may be shipped."
        _tell(brand, "forbidden-font", Severity.WARNING, f"The font {file.names[0]} (`fonts/{file.path.name}`) says that it may not be put into what others get, so it is left out.", cure, findings)
        return []
    try:
        data = _shrink(file.path.read_bytes(), whole=bool(file.licence & WHOLE_ONLY))
    except Exception as error:  # noqa: BLE001 – see _open
        if isinstance(error, ImportError):
            raise
        _tell(brand, "not-a-font-file", Severity.WARNING, f"`fonts/{file.path.name}` cannot be made small: a part of it is broken.", "Get the file anew, best as .ttf or .otf.", findings)
        return []
    if len(data) > LARGEST:
        cure = "Choose a simpler font, or a file of one weight instead of a variable one." if not file.licence & WHOLE_ONLY else "Its licence forbids making it smaller: choose another."
        _tell(brand, "heavy-font", Severity.WARNING, f"The font {file.names[0]} (`fonts/{file.path.name}`) weighs {len(data) // 1024} KB even as a subset of its letters; more than 100 KB keeps phones waiting.", cure, findings)
    return [Font(name, file.weight, file.style, data)]


@cache
def _shrink(data: bytes, *, whole: bool) -> bytes:
    """Return a font as WOFF2 with our letters only, unless it must stay whole. The same bytes give the same bytes."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it says which tables it drops; no author needs to know
    # Names 13 and 14 tell its licence. Instructions for coarse screens (hinting) are half of many files.
    options = subset.Options(flavor="woff2", hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17], notdef_outline=True, recalc_timestamp=False, layout_features=[*subset.Options().layout_features, "tnum", "lnum"], drop_tables=["+DSIG", "meta"])
    with TTFont(BytesIO(data), recalcTimestamp=False) as font:
        if not whole:
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=LETTERS)
            subsetter.subset(font)
        font.flavor = "woff2"
        out = BytesIO()
        font.save(out)
    return out.getvalue()


def _tell(brand: Brand, id: str, severity: Severity, fault: str, cure: str, findings: list[Finding]) -> None:
    """Tell a fault of a font's file where theme.yaml speaks of fonts: the file itself has no lines to show."""
    findings.append(Finding(id, severity, brand.locate("fonts"), fault, cure))
