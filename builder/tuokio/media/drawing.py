"""Drawings: SVG made harmless. A stranger's drawing may be opened by itself, and then it is a document with scripts.

We write anew only what is known to draw. Elements are on a list; attributes follow a rule, as those that run or fetch
something are few and known: `on…`, references, and CSS. The parser is expat, which we stop at the first declared
entity. Libraries were tried: svg-hush lets CSS fetch pictures, indents text, and takes all memory for a deep file.
"""

from __future__ import annotations

import re
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from tuokio.media.medium import Unusable

SUFFIX = ".svg"
RECIPE = "drawing 1"
DEEPEST = 256
LARGEST = 10_000_000
NATURAL = 300
"""CSS pixels of the longer side, at least, of a drawing that gives no size: what browsers take for such a picture."""
SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
ELEMENTS = frozenset(
    "svg g defs symbol use switch title desc style image path rect circle ellipse line polyline polygon text tspan textPath "
    "linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer feComposite "
    "feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence "
    "animate animateMotion animateTransform mpath set view".split()
)
MOVING = frozenset("animate animateMotion animateTransform set".split())
HARMFUL = frozenset("script foreignObject iframe object embed audio video canvas handler listener".split())
"""Elements that an author is told of when they go; editors' own notes go in silence."""
PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
PLAIN = re.compile(r"[A-Za-z][\w.-]*")
INSIDE = re.compile(r"\s*#[^\s]*\s*")
EMBEDDED = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp|avif);base64,[\w+/=\s]*", re.I)
FETCHING = re.compile(r"(?:url\(\s*(?!['\"]?\s*#|['\"]?data:image/(?:png|jpe?g|gif|webp|avif);base64,)|(?:-webkit-)?image-set\(|(?<![\w-])(?:src|image|cross-fade|element|paint)\(|@import\b|(?<![\w-])behavior\s*:|-moz-binding|expression\()", re.I)


def look(data: bytes, name: str) -> dict[str, Any]:
    """Make sure that a drawing can be used, and return its size and what would be taken out. Raises Unusable."""
    return make(data, name)[1]


def make(data: bytes, name: str) -> tuple[bytes, dict[str, Any]]:
    """Return a harmless drawing, its size and what was taken out. Raises Unusable."""
    if len(data) > LARGEST:
        raise Unusable("huge-picture", f"`{name}` is a drawing of more than {LARGEST // 1_000_000} MB.", "Simplify its lines, or save it as PNG.")
    copy = _Copy(name)
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler, parser.EntityDeclHandler = copy.start, copy.end, copy.text, copy.entity
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the latter two: an encoding that is none
        line = f" at line {error.lineno}" if isinstance(error, expat.ExpatError) else ""
        raise Unusable("broken-drawing", f"`{name}` cannot be read as a drawing{line}.", "Export it again as SVG from the program it was drawn with.") from error
    return "".join(copy.out).encode(), {**copy.size, "removed": list(copy.removed)}


class _Copy:
    """Writes anew what expat reads."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.out: list[str] = []
        self.open: list[str] = []
        self.empty = False
        self.left_out = 0
        self.style: list[str] | None = None
        self.removed: dict[str, None] = {}
        self.size: dict[str, int | None] = {}

    def entity(self, *_: Any) -> None:
        raise Unusable("drawing-entities", f"`{self.name}` declares abbreviations of its own (`<!ENTITY`), which can hide anything.", "Export it as plain SVG; in Illustrator without Preserve Illustrator Editing Capabilities.")

    def start(self, tag: str, given: dict[str, str]) -> None:
        space, _, element = tag.rpartition("\n")
        known = space in (SVG, "") and element in ELEMENTS  # without a namespace browsers draw nothing, so it gets one
        if not self.open and not self.left_out and (not known or element != "svg"):
            raise Unusable("broken-drawing", f"`{self.name}` is not a drawing: it begins with `<{element}>`.", "Export it again as SVG from the program it was drawn with.")
        if self.left_out or not known or (element in MOVING and not _moves_harmlessly(given)):
            if not self.left_out and element in HARMFUL:
                self.removed[f"<{element}>"] = None
            self.left_out += 1
            return
        if len(self.open) >= DEEPEST:
            raise Unusable("broken-drawing", f"`{self.name}` is nested more than {DEEPEST} deep.", "Ungroup what is in it, and export it again.")
        if not self.open:
            self.size = _measure(given)
        self._fill()
        attributes = "".join(f" {key}={quoteattr(value)}" for key, value in self._clean(element, given).items())
        root = "" if self.open else f' xmlns="{SVG}" xmlns:xlink="{XLINK}"'
        self.out.append(f"<{element}{root}{attributes}")
        self.empty = True
        self.open.append(element)
        self.style = [] if element == "style" else None

    def end(self, tag: str) -> None:
        if self.left_out:
            self.left_out -= 1
            return
        if self.style is not None:
            css, self.style = self._harmless("".join(self.style)), None
            self.text(css)
        element = self.open.pop()
        self.out.append("/>" if self.empty else f"</{element}>")
        self.empty = False

    def _fill(self) -> None:
        """Close the start tag of an element that turns out to hold something."""
        if self.empty:
            self.out.append(">")
            self.empty = False

    def text(self, text: str) -> None:
        if self.left_out:
            return
        if self.style is not None:
            self.style.append(text)
        elif self.open:
            self._fill()
            self.out.append(escape(text))

    def _clean(self, element: str, given: dict[str, str]) -> dict[str, str]:
        kept = {}
        for key, value in given.items():
            space, _, name = key.rpartition("\n")
            if name == "href" and space in ("", XLINK):
                if INSIDE.fullmatch(value) or (element in ("image", "feImage") and EMBEDDED.fullmatch(value)):
                    kept["xlink:href"] = value  # old phones know only this one
                elif value:
                    self.removed[_short(value)] = None
            elif space == XML and name in ("space", "lang"):
                kept[f"xml:{name}"] = value
            elif not space and PLAIN.fullmatch(name):
                if name.lower().startswith("on"):
                    self.removed[name] = None
                else:
                    kept[name] = self._harmless(value) if "(" in value or "\\" in value or name == "style" else value
        return kept

    def _harmless(self, css: str) -> str:
        """Return CSS that fetches nothing. What would fetch becomes a word that CSS does not know, so its declaration falls away."""
        plain = re.sub(r"/\*.*?(?:\*/|\Z)", " ", css, flags=re.S).replace("\\", "")  # a backslash can hide any letter
        for match in FETCHING.finditer(plain):
            rest = re.match(r"\s*(?:url\()?\s*([^;})]*)", plain[match.end() :], re.I)[1].strip("'\" \t\r\n")
            self.removed[_short(rest or match[0])] = None
        return FETCHING.sub("none-such(", plain)


def _moves_harmlessly(given: dict[str, str]) -> bool:
    target = given.get("attributeName", "").lower()
    return not (target.startswith("on") or target.endswith("href") or target == "style")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "…"


def _measure(given: dict[str, str]) -> dict[str, int | None]:
    """Return the size that a drawing gives itself, in CSS pixels; None where it does not."""
    width, height = _length(given.get("width", "")), _length(given.get("height", ""))
    box = [float(part) for part in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", given.get("viewBox", ""), re.I)]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        if width is None and height is None:
            scale = max(1.0, NATURAL / max(box[2:]))
            width, height = box[2] * scale, box[3] * scale
        elif height is None:
            height = width * box[3] / box[2]
        elif width is None:
            width = height * box[2] / box[3]
    whole = [max(1, round(side)) if side is not None and side < 100_000 else None for side in (width, height)]
    return {"width": whole[0], "height": whole[1]} if None not in whole else {"width": None, "height": None}


def _length(text: str) -> float | None:
    match = re.fullmatch(r"\s*\+?(\d+\.?\d*|\.\d+)\s*(px|pt|pc|mm|cm|in|)\s*", text)
    length = float(match[1]) * PIXELS[match[2]] if match else 0
    return length or None
